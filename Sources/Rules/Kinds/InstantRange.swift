import Model
import Standards

/// Demands that an instant is not too early, not too late, and no value in disguise.
struct InstantRange: RecordKind {
  static let name = "instant-range"
  static let placeholders = ["reason", "delta", "limit"]

  private let earliest: Instant?
  private let mustHavePassed: Bool
  /// In seconds.
  private let tolerance: Int
  private let refusesDisguises: Bool

  init(_ options: inout OptionReader) throws(RuleFileError) {
    if let node = options.node("not-before") {
      let text = try options.text(of: node, key: "not-before")
      guard let reading = try? DateReading(text) else {
        throw options.wrongType(node, key: "not-before", expected: "a date-time")
      }
      earliest = reading.instant
    } else {
      earliest = nil
    }
    mustHavePassed = try options.flag("in-the-past")
    tolerance = try options.seconds("tolerance") ?? 0
    refusesDisguises = try options.flag("no-disguise")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.dateTime(.article) else { return }
    let instant = reading.instant
    let now = Instant(seconds: context.now)
    if mustHavePassed, instant > now.advanced(bySeconds: tolerance) {
      let delta = InstantDifference(instant, now).description
      report(Fault(values: [("reason", "it is \(delta) ahead"), ("delta", delta)]))
    }
    if refusesDisguises, reading.isUnixEpoch {
      return report(Fault(values: [("reason", "it is the zero of computers' clocks")]))
    }
    if let earliest, instant < earliest {
      return report(
        Fault(values: [
          ("reason", "it is before \(earliest.date.year)"), ("limit", earliest.text()),
        ]))
    }
    if refusesDisguises, reading.isNewYear {
      report(Fault(values: [("reason", "midnight of 1 January often stands for a bare year")]))
    }
  }
}
