import Model
import Standards

/// Demands that two URLs are the same once they are normalised.
struct SameAddress: RecordKind {
  static let name = "same-address"
  static let placeholders = ["other"]

  private let other: Selector

  init(_ options: inout OptionReader) throws(RuleFileError) {
    other = try options.requiredSelector("as")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let other = context.first(other), other.utf8 != subject.utf8, let url = subject.webURL,
      let otherURL = other.webURL, url.isWeb, otherURL.isWeb, url.identity != otherURL.identity
    else { return }
    report(Fault(values: [("other", other.string)]))
  }
}
