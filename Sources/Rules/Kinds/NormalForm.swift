import Model
@_spi(_Unicode) import Swift

/// Demands Unicode's normal form NFC. Unicode Standard Annex #15.
///
/// The standard library has the normalisation under `_nfc`, for want of a public name.
struct NormalForm: RecordKind {
  static let name = "normal-form"
  static let placeholders = ["reason"]
  static let mends = true

  /// The most combining marks in a row that text may have: the Stream-Safe Text Format, UAX #15,
  /// section 13. Normalising longer runs takes time that grows with the square.
  private static let longestRun = 30

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard subject.traits.contains(.mayCompose) else { return }
    let text = subject.string
    if let run = Self.longRun(in: text) {
      return report(
        Fault(
          site: .part(run),
          values: [("reason", "over \(Self.longestRun) combining marks on one letter")]))
    }
    guard let range = Self.firstDifference(in: text) else { return }
    let normal = Array(String(String.UnicodeScalarView(text._nfc)).utf8)
    report(
      Fault(
        site: .part(range),
        values: [("reason", "'\(Printable.text(subject.utf8[range]))' can be shorter")],
        repair: Repair(message: "write it in the normal form NFC", change: .text(normal))))
  }

  private static func longRun(in text: String) -> Range<Int>? {
    var offset = 0
    var start = 0
    var run = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x300, scalar.properties.canonicalCombiningClass != .notReordered {
        if run == 0 { start = offset }
        run += 1
        if run > longestRun { return start..<offset + UTF8.width(scalar) }
      } else {
        run = 0
      }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// The place where the text and its normal form part, from the letter to its last mark.
  private static func firstDifference(in text: String) -> Range<Int>? {
    var normal = text._nfc.makeIterator()
    var offset = 0
    var letter = 0
    var isDifferent = false
    for scalar in text.unicodeScalars {
      let isMark = scalar.properties.canonicalCombiningClass != .notReordered
      if isDifferent, !isMark { break }
      if !isMark { letter = offset }
      if !isDifferent, normal.next() != scalar { isDifferent = true }
      offset += UTF8.width(scalar)
    }
    return isDifferent ? letter..<offset : nil
  }
}
