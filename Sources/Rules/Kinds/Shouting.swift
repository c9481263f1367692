import Model

/// Refuses texts in capitals, and rows of exclamation marks.
struct Shouting: RecordKind {
  static let name = "shouting"
  static let placeholders = ["reason"]

  /// Fewer letters may be a name: `NATO`, `UNESCO`, `COVID-19`.
  private static let fewest = 12

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    if let marks = Self.exclamation(in: text) {
      return report(
        Fault(site: .part(marks), values: [("reason", "has a row of exclamation marks")]))
    }
    var capitals = 0
    var others = 0
    var words = 0
    var isInWord = false
    text.withUnsafeBufferPointer { text in
      var index = 0
      // Most texts have small letters at once, and are known by then.
      while index < text.count, others * 10 < Self.fewest {
        let (scalar, length) = TextTraits.scalar(in: text, at: index)
        index += length
        guard let scalar = Unicode.Scalar(scalar), Self.isLetter(scalar) else {
          isInWord = false
          continue
        }
        if !isInWord { words += 1 }
        isInWord = true
        if Self.isCapital(scalar) { capitals += 1 } else { others += 1 }
      }
    }
    guard capitals >= Self.fewest, words > 1, others * 10 < Self.fewest else { return }
    report(Fault(values: [("reason", "is written in capitals")]))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value < 0x61 : scalar.properties.isUppercase
  }

  private static func exclamation(in text: [UInt8]) -> Range<Int>? {
    guard var start = text.firstIndex(of: UInt8(ascii: "!")) else { return nil }
    while start < text.count {
      let end = text[start...].firstIndex { $0 != UInt8(ascii: "!") } ?? text.count
      if end - start > 2 { return start..<end }
      start = text[end...].firstIndex(of: UInt8(ascii: "!")) ?? text.count
    }
    return nil
  }
}
