/// Rewrites the tags of a page, as they stream by, so that libxml2 2.9.14 reads what a browser
/// reads. HTML, section 13.2.5, tokenization.
///
/// libxml2's faults that it mends: `<!-->` and `<!--->` open a comment; `<a/href=x>` loses its
/// attribute, and one whose name it does not like ends the tag at the first `>` of its value;
/// markup in `title`, `textarea`, `iframe`, `xmp`, `noembed`, `noframes` and `plaintext` is parsed;
/// NULs; text after `</html>` and attributes of a second `<body>` are lost; stray end tags and
/// very many attributes are quadratic.
struct TagMender {
  /// Ends the name of a second `html`, `head` or `body`.
  static let again = "-again"

  private(set) var limits: HTMLLimits = []
  /// Set to be told where tags stand; they then carry their index as an attribute.
  var log: TagLog?

  private var state = State.data
  private var tag = MendedTag()
  /// Bytes of all earlier calls.
  private var consumed = 0
  private var raw: RawText?
  /// What may become the end tag of the raw text.
  private var candidate: [UInt8] = []
  private var openings = TagCounts()
  private var foreignDepth = 0
  /// Whether there is an `html` or a `body`, written or implied.
  private var hasRoot = false
  private var hasBody = false
  private var depth = 0
  private var work = 0

  init() {}

  /// Appends the mended text. `depth` is how many elements libxml2 has open.
  mutating func mend(_ text: [UInt8], depth: Int, into output: inout [UInt8]) {
    self.depth = depth
    output.reserveCapacity(output.count + text.count + text.count / 8)
    text.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        step(bytes, &position, &output)
      }
    }
    consumed += text.count
  }

  /// Appends what was held back at the end. An unfinished tag or comment is dropped, as in browsers.
  mutating func finish(into output: inout [UInt8]) {
    switch state {
    case .tagOpen: output.append(contentsOf: "&lt;".utf8)
    case .raw: appendCandidate(to: &output)
    case .endTagOpen: output.append(contentsOf: "&lt;/".utf8)
    case .data, .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .beforeValue,
      .doubleQuoted, .singleQuoted, .unquoted, .markup, .markupDash, .commentStart,
      .commentStartDash, .comment,
      .commentDash, .commentDashDash, .commentBang, .bogus:
      break
    }
    state = .data
  }

  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ output: inout [UInt8]
  ) {
    switch state {
    case .data: copyText(bytes, &position, &output)
    case .raw: copyRaw(bytes, &position, &output)
    case .comment:
      position = Scan.first(UInt8(ascii: "-"), in: bytes, from: position) ?? bytes.count
      if position < bytes.count {
        state = .commentDash
        position += 1
      }
    case .bogus:
      position = Scan.first(UInt8(ascii: ">"), in: bytes, from: position) ?? bytes.count
      if position < bytes.count {
        state = .data
        position += 1
      }
    case .tagOpen, .endTagOpen, .markup, .markupDash, .commentStart, .commentStartDash,
      .commentDash, .commentDashDash, .commentBang:
      open(bytes[position], &position, &output)
    case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .beforeValue,
      .doubleQuoted, .singleQuoted, .unquoted:
      if state == .doubleQuoted || state == .singleQuoted {
        position = tag.takeValue(bytes, from: position, at: consumed)
        guard position < bytes.count else { return }
      }
      if tag.length > 65_536 { limits.insert(.longTag) }
      if tag.count > 1_000 { limits.insert(.manyAttributes) }
      state = tag.read(bytes[position], at: consumed + position, in: state)
      position += 1
      if state == .data { endTag(at: consumed + position, &output) }
    }
  }

  private mutating func copyText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ output: inout [UInt8]
  ) {
    let end = Scan.first(UInt8(ascii: "<"), in: bytes, from: position) ?? bytes.count
    Scan.appendWithoutNULs(bytes[position..<end], to: &output)
    if !hasBody, bytes[position..<end].contains(where: { $0 > 0x20 }) {
      hasRoot = true
      hasBody = true
    }
    position = end
    if end < bytes.count {
      tag.start = consumed + end
      state = .tagOpen
      position += 1
    }
  }

  /// What stands after a `<`: a tag, a comment or plain text.
  private mutating func open(_ byte: UInt8, _ position: inout Int, _ output: inout [UInt8]) {
    guard state == .tagOpen || state == .endTagOpen, Scan.isLetter(byte) else {
      if let next = state.next(byte) {
        state = next
        position += 1
      } else {
        output.append(contentsOf: "&lt;".utf8)
        state = .data
      }
      return
    }
    tag.begin(isEnd: state == .endTagOpen)
    state = .tagName
  }

  private mutating func endTag(at end: Int, _ output: inout [UInt8]) {
    defer { tag.clear() }
    if tag.isTooLong { return }
    let name = tag.tagName
    let nature = TagNature.of(name)
    if tag.isEnd {
      append(endTagNamed: name, nature, to: &output)
      return
    }
    work += tag.count * tag.count
    if work > Self.workLimit, tag.count > 50 {
      limits.insert(.costlyTags)
      return
    }
    let isForeign = foreignDepth > 0
    // A browser gives the attributes to the element that is there; libxml2 drops them.
    let isAgain =
      nature.contains(.root) && hasRoot || nature.contains(.body) && hasBody
    if nature.contains(.foreign) { foreignDepth += 1 }
    hasRoot = true
    hasBody = hasBody || !nature.contains(.head)
    if !isAgain, !nature.contains(.void) {
      openings[name] += 1
      depth += 1
    }
    log?.add(tag, end: end)
    tag.append(
      to: &output, suffix: isAgain ? Self.again : "", index: log?.last,
      isClosed: isForeign && tag.isSelfClosed)
    if isAgain { output.append(contentsOf: "</\(name.text)\(Self.again)>".utf8) }
    if nature.contains(.raw), !(isForeign && tag.isSelfClosed),
      let raw = RawText(element: name.text)
    {
      self.raw = raw
      state = .raw
    }
    if isForeign, tag.isSelfClosed { openings[name] -= 1 }
  }

  private mutating func append(
    endTagNamed name: TagName, _ nature: TagNature, to output: inout [UInt8]
  ) {
    // A browser goes on with the body after them; libxml2 ends the document.
    let open = openings[name]
    guard !nature.contains(.root), !nature.contains(.body), open > 0 else { return }
    work += depth
    guard work <= Self.workLimit else {
      limits.insert(.costlyTags)
      return
    }
    openings[name] = open - 1
    if nature.contains(.foreign) { foreignDepth -= 1 }
    tag.appendEnd(to: &output)
  }

  private mutating func copyRaw(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ output: inout [UInt8]
  ) {
    guard let raw else {
      state = .data
      return
    }
    if candidate.isEmpty {
      let end = Scan.first(UInt8(ascii: "<"), in: bytes, from: position) ?? bytes.count
      raw.append(bytes[position..<end], to: &output)
      position = end
      if end < bytes.count {
        tag.start = consumed + end
        candidate = [bytes[end]]
        position += 1
      }
      return
    }
    let byte = bytes[position]
    switch raw.match(candidate, byte) {
    case .more:
      candidate.append(byte)
      position += 1
    case .end:
      candidate = []
      self.raw = nil
      tag.begin(isEnd: true, name: raw.element)
      state = .beforeAttribute
    case .none:
      appendCandidate(to: &output)
    }
  }

  private mutating func appendCandidate(to output: inout [UInt8]) {
    candidate.withUnsafeBufferPointer { raw?.append($0[...], to: &output) }
    candidate = []
  }

  /// Comparisons of names in libxml2, about a second's worth.
  private static let workLimit = 100_000_000
}
