import Model

/// Demands members of an object.
struct Present: RecordKind {
  static let name = "present"
  static let placeholders = ["reason"]
  static let readsTextOnly = false

  private let fields: [[String]]
  /// Whether null, white space, `[]` and `{}` count as absent.
  private let demandsContent: Bool

  init(_ options: inout OptionReader) throws(RuleFileError) {
    fields = try options.members("fields")
    demandsContent = try options.flag("with-content")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let object = subject.value, object.kind == .object else { return }
    for field in fields {
      guard let value = object.member(at: field) else {
        report(Fault(site: .absent(field, from: object), values: [("reason", "missing")]))
        continue
      }
      if demandsContent, let reason = Emptiness.reason(context.subject(of: value)) {
        report(Fault(site: .value(value), values: [("reason", reason)]))
      }
    }
  }
}
