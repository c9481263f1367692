import Model

/// Demands that a list names nothing twice, whatever the capitals.
struct UniqueTerms: RecordKind {
  static let name = "unique-terms"
  static let placeholders = ["other"]
  static let readsTextOnly = false
  static let mends = true

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let list = subject.value, list.kind == .array else { return }
    var seen: [[UInt8]: Value] = [:]
    var previous: Value?
    for element in list.elements {
      defer { previous = element }
      guard element.kind == .string else { continue }
      let term = context.passing(element)
      let key = Array(term.string.lowercased().utf8)
      guard let first = seen[key], let previous else {
        seen[key] = element
        continue
      }
      // Only of equal terms is it certain that nothing is lost.
      let isSame = first.utf8 == term.utf8
      report(
        Fault(
          site: .value(element), values: isSame ? [] : [("other", first.string ?? "")],
          related: [first],
          repair: isSame
            ? Repair(
              message: "remove the second '\(Printable.text(term.string))'",
              change: .removal(previous.range.upperBound..<element.range.upperBound)) : nil))
    }
  }
}
