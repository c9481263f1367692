import Model
import Standards

/// Demands that an instant is not before another one of the record.
struct InstantOrder: RecordKind {
  static let name = "instant-order"
  static let placeholders = ["delta", "other"]

  private let other: Selector
  /// In seconds.
  private let tolerance: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    tolerance = try options.seconds("tolerance") ?? 0
    other = try options.requiredSelector("not-before")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.dateTime(.article),
      let other = context.first(other), case .success(let first) = other.dateTime(.article),
      reading.instant.advanced(bySeconds: tolerance) < first.instant
    else { return }
    report(
      Fault(
        values: [
          ("delta", InstantDifference(reading.instant, first.instant).description),
          ("other", other.string),
        ]))
  }
}
