/// What a text may cost. Articles stay far below; only texts made to be slow come near.
enum Budget {
  /// Columns times rows, over all tables. md4c 0.4.8 pads short rows, whatever its callbacks say.
  static let tableCells = 1_000_000
  /// Bytes of addresses handed out for reference links. md4c 0.4.8 reads the whole address at
  /// each use, so a long one used often is quadratic.
  static let referencedBytes = 32 << 20
  /// Lines times closing brackets of a paragraph, over all paragraphs. md4c 0.4.8 walks the
  /// paragraph's lines anew for each bracket.
  static let bracketLines = 200_000_000

  /// Whether the paragraphs have few enough lines with brackets.
  static func allowsParagraphs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Not even all lines and all brackets of a shorter text could exceed the budget.
    guard text.count > 16_384 else { return true }
    var spent = 0
    var lines = 0
    var brackets = 0
    var start = 0
    while start < text.count {
      let end = Bytes.lineEnd(in: text, from: start)
      var first = start
      while first < end, text[first].isWhitespace { first += 1 }
      if first == end || startsBlock(text, at: first, lineStart: start) {
        spent += lines * brackets
        lines = 0
        brackets = 0
      }
      lines += 1
      var position = start
      while let bracket = Bytes.first(UInt8(ascii: "]"), in: text, from: position, to: end) {
        brackets += 1
        position = bracket + 1
      }
      if spent + lines * brackets > bracketLines { return false }
      start = end + 1
    }
    return true
  }

  private static func startsBlock(
    _ text: UnsafeBufferPointer<UInt8>, at first: Int, lineStart: Int
  ) -> Bool {
    guard first - lineStart < 4, first + 2 < text.count else { return false }
    switch text[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"):
      return text[first + 1] == 0x20 && !text[first + 2].isWhitespace
    default:
      return false
    }
  }
}
