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
    // Most text that may compose does not: this costs less than looking at its pieces.
    guard !text._nfc.elementsEqual(text.unicodeScalars) else { return }
    let parts = Self.differences(in: text)
    guard let first = parts.first else { return }
    let range = Self.letter(of: first.range, in: text)
    report(
      Fault(
        site: .part(range),
        values: [("reason", "'\(Printable.text(subject.utf8[range]))' can be shorter")],
        repair: Repair(message: "write it in the normal form NFC", change: .parts(parts))))
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

  /// The pieces that have another normal form, with it.
  ///
  /// Nothing under U+0300 joins what stands before it, so each piece starts at such a character.
  private static func differences(in text: String) -> [(range: Range<Int>, text: String)] {
    var parts: [(range: Range<Int>, text: String)] = []
    var piece = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    func end() {
      guard piece.count > 1 || (piece.first?.value ?? 0) >= 0x300 else { return }
      let normal = String.UnicodeScalarView(String(piece)._nfc)
      if !normal.elementsEqual(piece) { parts.append((start..<offset, String(normal))) }
    }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x300 {
        end()
        piece.removeAll(keepingCapacity: true)
        start = offset
      }
      piece.append(scalar)
      offset += UTF8.width(scalar)
    }
    end()
    return parts
  }

  /// The place in a piece where it and its normal form part, from the letter to its last mark.
  private static func letter(of piece: Range<Int>, in text: String) -> Range<Int> {
    let utf8 = Array(text.utf8)[piece]
    let part = String(decoding: utf8, as: UTF8.self)
    var normal = part._nfc.makeIterator()
    var offset = piece.lowerBound
    var letter = offset
    var isDifferent = false
    for scalar in part.unicodeScalars {
      let isMark = scalar.properties.canonicalCombiningClass != .notReordered
      if isDifferent, !isMark { break }
      if !isMark { letter = offset }
      if !isDifferent, normal.next() != scalar { isDifferent = true }
      offset += UTF8.width(scalar)
    }
    return letter..<offset
  }
}
