import Model

/// Refuses white space at the start and the end of a text.
struct Trim: RecordKind {
  static let name = "trim"
  static let placeholders = ["where"]
  static let mends = true

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard subject.traits.contains(.outerWhiteSpace) else { return }
    let text = subject.utf8
    let inner = WhiteSpace.inner(of: text)
    guard !inner.isEmpty, inner.count < text.count else { return }
    let outer = [0..<inner.lowerBound, inner.upperBound..<text.count].filter { !$0.isEmpty }
    let place =
      outer.count == 2
      ? "starts and ends" : inner.lowerBound > 0 ? "starts" : "ends"
    report(
      Fault(
        site: .part(outer[0]), values: [("where", place)],
        repair: Repair(
          message: "remove the outer white space", change: .parts(outer.map { ($0, "") }))))
  }
}
