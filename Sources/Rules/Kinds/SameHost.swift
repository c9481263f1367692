import Model
import Standards

/// Demands that a URL has the host of another one.
struct SameHost: RecordKind {
  static let name = "same-host"
  static let placeholders = ["host", "other"]

  private let other: Selector

  init(_ options: inout OptionReader) throws(RuleFileError) {
    other = try options.requiredSelector("as")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.url, let host = reading.url.hostText,
      let other = context.first(other)?.webURL?.hostText, host != other,
      let range = reading.parts.host
    else { return }
    report(Fault(site: .part(range), values: [("host", host), ("other", other)]))
  }
}
