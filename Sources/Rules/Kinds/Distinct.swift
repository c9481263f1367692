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
    var seen: [Hash128: Value] = [:]
    for member in container.members where member.value.kind == .string {
      let value = member.value
      guard let identity = context.passing(value).urlIdentity else { continue }
      if let first = seen.updateValue(value, forKey: identity) {
        seen[identity] = first
        report(
          Fault(
            site: .value(value), values: [("other", FaultSite.name(of: first.path))],
            related: [first]))
      }
    }
  }
}
