import Model

/// Refuses values that are there and say nothing.
struct NotEmpty: RecordKind {
  static let name = "not-empty"
  static let placeholders = ["reason"]
  static let readsTextOnly = false

  private let fields: [[String]]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    fields = try options.members("fields")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !fields.isEmpty else {
      if let reason = Emptiness.reason(subject) { report(Fault(values: [("reason", reason)])) }
      return
    }
    guard let object = subject.value, object.kind == .object else { return }
    for field in fields {
      guard let value = object.member(at: field),
        let reason = Emptiness.reason(context.subject(of: value))
      else { continue }
      report(Fault(site: .value(value), values: [("reason", reason)]))
    }
  }
}
