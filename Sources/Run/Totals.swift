import Model
import Settings

/// Counts what a run found and settles how it ends.
struct Totals {
  let failOn: Severity
  private(set) var result = RunResult()
  /// Whether a link went unchecked because the run's time was used up.
  private(set) var ranOutOfTime = false

  init(failOn: Severity) {
    self.failOn = failOn
  }

  /// - Parameter isRecord: false for findings about a rule file.
  mutating func add(_ record: RecordReport, isRecord: Bool) {
    if isRecord { result.records += 1 }
    result.occurrences += record.links.count
    for finding in record.findings {
      if let suppression = finding.suppression {
        result.suppressed += 1
        result.suppressedBy[suppression.origin, default: 0] += 1
        continue
      }
      result.findings[finding.severity, default: 0] += 1
      if finding.severity >= failOn { result.exit = .findings }
    }
  }

  mutating func add(_ link: LinkReport) {
    result.links[link.judgement.verdict, default: 0] += 1
    if link.judgement.cause == UncheckedReason.outOfTime.code { ranOutOfTime = true }
  }

  /// Fails the run when too many of the links that were judged are doubtful.
  mutating func apply(_ threshold: Threshold?) {
    let doubtful = result.links[.doubtful, default: 0]
    let judged = result.links.reduce(0) { $0 + ($1.key == .unchecked ? 0 : $1.value) }
    guard let threshold, threshold.isExceeded(by: doubtful, of: judged) else { return }
    result.exceeded.append(
      "\(doubtful) of \(judged) links \(doubtful == 1 ? "is" : "are") doubtful (\(threshold))")
    result.exit = .findings
  }
}
