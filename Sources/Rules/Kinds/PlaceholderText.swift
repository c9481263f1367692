import Markdown
import Model

/// Finds in a Markdown text what was to be replaced before anyone reads it.
struct PlaceholderText: MarkdownKind {
  static let name = "placeholder-text"
  static let placeholders = ["found"]

  /// Pieces in lower case, as whole words, whatever their capitals.
  private let phrases: [[UInt8]]
  /// Words in capitals that editors leave for themselves.
  private let marks: [[UInt8]]
  /// What programs write for a value that is missing: a fault where nothing else stands.
  private let values: [[UInt8]]
  private let refusesBraces: Bool
  /// Whether something to be found may start with three bytes, by their key: nearly none does.
  private let starts: [UInt64]
  /// Their first bytes, letters in lower case.
  private let firsts: [UInt8]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    phrases = try Self.words("phrases", &options).map { Array($0.lowercased().utf8) }
    marks = try Self.words("marks", &options).map { Array($0.utf8) }
    values = try Self.words("values", &options).map { Array($0.utf8) }
    refusesBraces = try options.flag("braces")
    let braces = refusesBraces ? [Array("{{".utf8)] : []
    let all = phrases + marks + values + braces
    starts = Self.starts(of: all)
    firsts = Set(all.compactMap { $0.first.map { $0 | 0x20 } }).sorted()
  }

  private static func words(
    _ key: String, _ options: inout OptionReader
  ) throws(RuleFileError) -> [String] {
    let words = try options.texts(key) ?? []
    if let node = options.node(key), words.contains(where: { $0.utf8.count < 2 }) {
      throw options.wrongType(node, key: key, expected: "texts of two letters or more")
    }
    return words
  }

  /// Three bytes in a number of 15 bits: the same for capitals and small letters.
  @inline(__always)
  private static func key(_ before: Int, _ byte: UInt8) -> Int {
    (before << 5 | Int(byte & 31)) & 0x7FFF
  }

  /// Says of three bytes whether one of the words may start with them; of words of two bytes the
  /// third may be any.
  private static func starts(of words: [[UInt8]]) -> [UInt64] {
    var starts = [UInt64](repeating: 0, count: 512)
    for word in words {
      let key = word.prefix(3).reduce(0) { Self.key($0, $1) }
      for key in word.count > 2 ? key..<key + 1 : key << 5..<(key + 1) << 5 {
        starts[key >> 6] |= 1 << UInt64(key & 63)
      }
    }
    return starts
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    text.source.withUnsafeBufferPointer { source in
      starts.withUnsafeBufferPointer { starts in
        var next = 0
        var index = 0
        var isInside: UInt64 = 0
        while let block = ByteBlock(source, at: index) {
          let words = block.words | block.high | block.equal(to: UInt8(ascii: "_"))
          var places =
            ~(words & (words << 1 | isInside)) & firsts.withUnsafeBufferPointer(block.small)
          isInside = words >> 63
          while places != 0 {
            let start = index + places.trailingZeroBitCount
            places &= places &- 1
            guard Self.mayStart(starts, at: start, in: source), start >= next,
              let found = placeholder(in: source, at: start, of: text)
            else { continue }
            report(Fault(site: .passage(found), values: [("found", text.text(found))]))
            next = found.upperBound
          }
          index += 64
        }
      }
    }
  }

  /// Whether a word may start there. One byte after the end is read as if it were there, for
  /// words of two.
  @inline(__always)
  private static func mayStart(
    _ starts: UnsafeBufferPointer<UInt64>, at start: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + 1 < source.count else { return false }
    let third = start + 2 < source.count ? source[start + 2] : 0
    let key = key(key(key(0, source[start]), source[start + 1]), third)
    return starts[key >> 6] >> UInt64(key & 63) & 1 != 0
  }

  private func placeholder(
    in source: UnsafeBufferPointer<UInt8>, at start: Int, of text: MarkdownSubject
  ) -> Range<Int>? {
    let isInside = start > 0 && TextLine.isWord(source[start - 1])
    if isInside, TextLine.isWord(source[start]) { return nil }
    if source[start] == UInt8(ascii: "{"), !isInside, let end = braces(in: source, at: start),
      text.kind(at: start) == .text
    {
      return start..<end
    }
    for phrase in phrases {
      if let end = Self.end(of: phrase, in: source, at: start, folding: true),
        text.kind(at: start) == .text
      {
        return start..<end
      }
    }
    for mark in marks {
      if let end = Self.end(of: mark, in: source, at: start, folding: false),
        TextLine.isMark(start..<end, in: source), text.kind(at: start) == .text
      {
        return start..<end
      }
    }
    for value in values {
      // Who shows code may write of what programs write.
      if let end = Self.end(of: value, in: source, at: start, folding: false),
        TextLine.isAlone(start..<end, in: source), text.kind(at: start) == .text, !text.hasCode
      {
        return start..<end
      }
    }
    return nil
  }

  /// Where a whole word or phrase ends that starts there; none when another one does.
  private static func end(
    of word: [UInt8], in source: UnsafeBufferPointer<UInt8>, at start: Int, folding: Bool
  ) -> Int? {
    let end = start + word.count
    guard end <= source.count else { return nil }
    for (offset, byte) in word.enumerated() {
      let other = source[start + offset]
      guard other == byte || (folding && (0x41...0x5A).contains(other) && other | 0x20 == byte)
      else { return nil }
    }
    let isWhole =
      end == source.count || !TextLine.isWord(source[end - 1]) || !TextLine.isWord(source[end])
    return isWhole ? end : nil
  }

  /// The end of `{{ name }}` with a word in it; not that of the braces of formulas.
  private func braces(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard refusesBraces, start + 4 < text.count, text[start + 1] == UInt8(ascii: "{"),
      start == 0 || !"^\\$}{".utf8.contains(text[start - 1])
    else { return nil }
    var hasLetter = false
    for index in start + 2..<min(text.count - 1, start + 120) {
      let byte = text[index]
      if byte == UInt8(ascii: "}") { return text[index + 1] == byte && hasLetter ? index + 2 : nil }
      if byte == 0x0A || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "{") { return nil }
      if TextLine.isWord(byte) { hasLetter = true }
    }
    return nil
  }
}
