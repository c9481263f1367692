import Model
import Standards

/// Finds starts of addresses that are meant to be `https://` and are not.
struct SchemeTypo: RecordKind {
  static let name = "scheme-spelling"
  static let placeholders = ["found", "suggestion"]
  static let mends = true

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    guard !Self.isPlain(text), let spelling = SchemeSpelling(startOf: subject.string) else {
      return
    }
    let start = spelling.intended + "://"
    report(
      Fault(
        site: .part(spelling.range),
        values: [
          ("found", String(decoding: text[spelling.range].prefix(40), as: UTF8.self)),
          ("suggestion", start),
        ],
        repair: Repair(message: "write '\(start)'", change: .parts([(spelling.range, start)]))))
  }

  /// Whether the text starts as nearly all addresses do, and not with two schemes.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    for start in ["https://", "http://"] where text.starts(with: start.utf8) {
      return !text.dropFirst(start.utf8.count).starts(with: "http".utf8)
    }
    return text.first == UInt8(ascii: "/") || text.first == UInt8(ascii: "#")
  }
}
