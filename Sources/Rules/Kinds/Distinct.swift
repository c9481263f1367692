import Model
import Standards

/// Demands that the members of an object, or the elements of a list, are different addresses.
struct Distinct: RecordKind {
  static let name = "distinct"
  static let placeholders = ["other"]
  static let readsTextOnly = false

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let container = subject.value else { return }
    var seen: [String: Subject] = [:]
    let values = container.members.lazy.map(\.value)
    for value in values where value.kind == .string {
      let subject = context.passing(value)
      guard let url = subject.webURL else { continue }
      guard let first = seen[url.identity], let firstValue = first.value else {
        seen[url.identity] = subject
        continue
      }
      report(
        Fault(
          site: .value(value), values: [("other", FaultSite.name(of: firstValue.path))],
          related: [firstValue]))
    }
  }
}
