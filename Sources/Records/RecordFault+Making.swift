import Model

extension RecordFault {
  /// A fault at bytes of a text that starts at `origin`.
  init(
    _ rule: Rule, _ message: String, at range: Range<Int>, of text: [UInt8], from origin: Origin,
    evidence: String = ""
  ) {
    self.init(
      rule: rule, message: message,
      span: SourceSpan(
        start: origin.location(of: range.lowerBound, in: text),
        end: origin.location(of: range.upperBound, in: text)),
      excerpt: Excerpt(of: range, in: text), evidence: evidence)
  }

  /// The fault of a text that is not JSON.
  init(_ error: JSONError, of text: [UInt8], from origin: Origin) {
    let rule: Rule =
      switch error.reason {
      case .expected, .numberOutOfRange: .notJSON
      case .invalidUTF8: .invalidUTF8
      case .tooDeep: .tooDeep
      }
    self.init(
      rule, error.sentence(in: text), at: error.range, of: text, from: origin,
      evidence: error.evidence(in: text))
  }

  /// A fault of a file as a whole.
  init(_ rule: Rule, _ message: String, file: String) {
    let start = Origin(file: file).location(of: 0, in: [])
    self.init(rule: rule, message: message, span: SourceSpan(start: start, end: start))
  }

  /// The fault of a record over the limit, of which no byte is kept.
  static func tooLarge(from origin: Origin, limit: Int, isLast: Bool) -> RecordFault {
    let mebibytes = limit >> 20
    let size = mebibytes << 20 == limit ? "\(mebibytes) MiB" : "\(limit) bytes"
    let start = origin.location(of: 0, in: [])
    return RecordFault(
      rule: .tooLarge,
      message: "The record is larger than \(size) and is not read"
        + (isLast ? ", nor is the rest of the file" : "")
        + ". Make it smaller, or raise the limit.",
      span: SourceSpan(start: start, end: start))
  }

  /// U+FEFF in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The mark at the start of a file; inflated bytes cannot be edited in it.
  static func byteOrderMark(of file: String, canEdit: Bool) -> RecordFault {
    let span = SourceSpan(
      start: Origin(file: file).location(of: 0, in: []),
      end: Origin.afterByteOrderMark(of: file).location(of: 0, in: []))
    return RecordFault(
      rule: .byteOrderMark,
      message: "The file starts with a byte-order mark, which JSON does not allow. Remove it.",
      span: span, evidence: "U+FEFF",
      suggestion: canEdit
        ? Suggestion(
          message: "remove the byte-order mark", safety: .safe,
          edits: [Edit(span: span, replacement: "")])
        : nil)
  }

  /// The fault of a text that is UTF-16 or UTF-32 by its first bytes: by its mark, or by a zero
  /// byte beside an ASCII character, which JSON has nowhere.
  static func utf16(start: [UInt8], file: String) -> RecordFault? {
    guard start.count >= 2 else { return nil }
    switch (start[0], start[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF), (0, 1...), (1..., 0): break
    case (0, 0) where start.count >= 4 && (start[2], start[3]) != (0, 0): break
    default: return nil
    }
    return RecordFault(
      .invalidUTF8, "The text is UTF-16 and not UTF-8. Save the file as UTF-8.", at: 0..<2,
      of: start, from: Origin(file: file))
  }
}

extension Origin {
  /// The mark is no character of the text: it takes no column.
  static func afterByteOrderMark(of file: String) -> Origin {
    Origin(file: file, offset: 3, line: 1, column: 1, columnInUTF8: 4)
  }
}
