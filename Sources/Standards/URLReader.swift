/// The URL parser: WHATWG URL Standard, section 4.4, as straight code instead of a state machine.
struct URLReader {
  /// The text without tabs and line breaks; what lies outside `start..<end` is trimmed.
  let input: [UInt8]
  let start: Int
  let end: Int
  /// For each offset in `input` that in the text as given; nil where they are equal.
  private let places: [Int]?

  var output: [UInt8] = []
  var layout = URLLayout()
  var parts = URLParts(path: 0..<0)
  var notes: [URLNote] = []

  init(_ text: [UInt8]) {
    var lower = 0
    var upper = text.count
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
    if lower > 0 { notes.append(URLNote(kind: .outerBlank, range: 0..<lower)) }
    if upper < text.count { notes.append(URLNote(kind: .outerBlank, range: upper..<text.count)) }
    guard let first = text[lower..<upper].firstIndex(where: Self.isTabOrNewline) else {
      (input, start, end, places) = (text, lower, upper, nil)
      output.reserveCapacity(upper - lower + 2)
      return
    }
    notes.append(URLNote(kind: .tabOrNewline, range: first..<first + 1))
    let kept = (lower..<upper).filter { !Self.isTabOrNewline(text[$0]) }
    (input, start, end, places) = (kept.map { text[$0] }, 0, kept.count, kept + [upper])
  }

  mutating func read(base: WebURL?) throws(WebURLError) {
    parts.path = place(end)..<place(end)
    guard let schemeEnd = schemeEnd() else {
      try readReference(base: base)
      return
    }
    parts.scheme = place(start..<schemeEnd)
    let scheme = input[start..<schemeEnd]
    output.append(contentsOf: scheme.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    if scheme.contains(where: { (0x41...0x5A).contains($0) }) {
      note(.upperCaseScheme, start..<schemeEnd)
    }
    layout.schemeEnd = output.count
    let isWeb = output == Self.http || output == Self.https
    output.append(Self.colon)
    guard isWeb else {
      readOpaque(from: schemeEnd + 1)
      return
    }
    let slashes = slashes(from: schemeEnd + 1)
    if slashes.count < 2, let base, base.isWeb, base.layout.schemeEnd == layout.schemeEnd {
      // Browsers take `http:b` against a base of the same scheme for the relative reference `b`.
      note(.missingSlash, start..<schemeEnd + 1)
      output.removeAll(keepingCapacity: true)
      readRelative(from: schemeEnd + 1, base: base)
      return
    }
    if slashes.count < 2 { note(.missingSlash, start..<schemeEnd + 1) }
    if slashes.count > 2 { note(.extraSlash, slashes) }
    try readAuthority(from: slashes.upperBound)
  }

  /// The offset of the `:` after a scheme, if the text starts with one.
  private func schemeEnd() -> Int? {
    guard start < end, Self.isLetter(input[start]) else { return nil }
    for index in start..<end {
      if input[index] == Self.colon { return index }
      guard Self.schemeBytes.contains(input[index]) else { return nil }
    }
    return nil
  }

  /// Reads a reference without scheme.
  private mutating func readReference(base: WebURL?) throws(WebURLError) {
    guard let base else {
      let colon = input[start..<end].firstIndex(of: Self.colon)
      let delimiter = input[start..<end].firstIndex { "/\\?#".utf8.contains($0) } ?? end
      let isBadScheme = colon.map { $0 < delimiter && delimiter == $0 + 1 } ?? false
      throw error(isBadScheme ? .badScheme : .notAbsolute, at: start)
    }
    if base.isWeb {
      if slashes(from: start).count >= 2 {
        output.append(contentsOf: base.bytes[...base.layout.schemeEnd])
        layout.schemeEnd = base.layout.schemeEnd
        let slashes = slashes(from: start)
        if slashes.count > 2 { note(.extraSlash, slashes) }
        try readAuthority(from: slashes.upperBound)
      } else {
        readRelative(from: start, base: base)
      }
    } else {
      guard start < end, input[start] == Self.hash else { throw error(.notAbsolute, at: start) }
      inherit(from: base, upTo: base.withoutFragment.bytes.count)
      layout.query = base.layout.query
      readQueryAndFragment(from: start, querySet: PercentEncoding.query)
    }
  }

  /// Reads path, query and fragment against a base of http or https. One leading slash at most.
  private mutating func readRelative(from index: Int, base: WebURL) {
    let first = index < end ? input[index] : Self.hash
    let pathEnd = base.layout.query.map { $0 - 1 } ?? base.withoutFragment.bytes.count
    switch first {
    case Self.slash, Self.backslash:
      inherit(from: base, upTo: base.layout.path)
      readPath(from: index)
    case Self.question:
      inherit(from: base, upTo: pathEnd)
      readQueryAndFragment(from: index, querySet: PercentEncoding.webQuery)
    case Self.hash:
      inherit(from: base, upTo: base.withoutFragment.bytes.count)
      layout.query = base.layout.query
      readQueryAndFragment(from: index, querySet: PercentEncoding.webQuery)
    default:
      inherit(from: base, upTo: pathEnd)
      dropLastSegment()
      readPath(from: index)
    }
  }

  private mutating func inherit(from base: WebURL, upTo count: Int) {
    output.append(contentsOf: base.bytes[..<count])
    layout = base.layout
    layout.query = nil
    layout.fragment = nil
  }

  /// Keeps what follows a scheme that is neither http nor https.
  private mutating func readOpaque(from index: Int) {
    layout.path = output.count
    let pathEnd = input[index..<end].firstIndex { $0 == Self.question || $0 == Self.hash } ?? end
    parts.path = place(index..<pathEnd)
    append(index..<pathEnd, escaping: PercentEncoding.controls)
    if pathEnd < end, pathEnd > index, output.last == 0x20 {
      // It would be trimmed when the URL is read again without query and fragment.
      output.removeLast()
      PercentEncoding.appendEscape(of: 0x20, to: &output)
    }
    readQueryAndFragment(from: pathEnd, querySet: PercentEncoding.query)
  }

  /// The run of `/` and `\` from an offset.
  func slashes(from index: Int) -> Range<Int> {
    var upper = index
    while upper < end, Self.isSlash(input[upper]) { upper += 1 }
    return index..<upper
  }

  /// The offset in the text as given.
  func place(_ index: Int) -> Int {
    places.map { $0[index] } ?? index
  }

  /// The range in the text as given.
  func place(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return place(range.lowerBound)..<place(range.lowerBound) }
    return place(range.lowerBound)..<place(range.upperBound - 1) + 1
  }

  func error(_ reason: WebURLError.Reason, at index: Int) -> WebURLError {
    WebURLError(reason: reason, offset: place(index))
  }

  mutating func note(_ kind: URLNote.Kind, _ range: Range<Int>) {
    notes.append(URLNote(kind: kind, range: place(range)))
  }

  static let at = UInt8(ascii: "@")
  static let backslash = UInt8(ascii: "\\")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let question = UInt8(ascii: "?")
  static let slash = UInt8(ascii: "/")
  static let http = Array("http".utf8)
  static let https = Array("https".utf8)
  private static let schemeBytes = ASCIISet.alphanumeric.union("+-.")

  static func isSlash(_ byte: UInt8) -> Bool {
    byte == slash || byte == backslash
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isTabOrNewline(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
