import Model
import Standards

/// Demands that two URLs are the same once they are normalised.
struct SameAddress: RecordKind {
  static let name = "same-address"
  static let placeholders = ["other"]

  private let other: Selector
  /// Whether addresses of another host may differ.
  private let isOnSameHost: Bool

  init(_ options: inout OptionReader) throws(RuleFileError) {
    isOnSameHost = try options.flag("on-same-host")
    other = try options.requiredSelector("as")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let other = context.first(other), other.utf8 != subject.utf8, let url = subject.webURL,
      let otherURL = other.webURL, url.isWeb, otherURL.isWeb, url.identity != otherURL.identity,
      !isOnSameHost || url.hostText == otherURL.hostText
    else { return }
    report(Fault(values: [("other", other.string)]))
  }
}
