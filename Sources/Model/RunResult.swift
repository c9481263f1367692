/// The totals of a run.
package struct RunResult: Hashable, Sendable {
  package var records = 0
  /// Records that were left out because they have not changed.
  package var unchanged = 0
  /// Findings that are not suppressed.
  package var findings: [Severity: Int] = [:]
  package var suppressed = 0
  /// Suppressed findings by where their excuse stands; their sum is `suppressed`.
  package var suppressedBy: [SuppressionOrigin: Int] = [:]
  /// Distinct links by verdict; their sum is the number of links.
  package var links: [Verdict: Int] = [:]
  package var occurrences = 0
  /// Requests that were sent.
  package var requests = 0
  /// What was mended; none where nothing was to be.
  package var fixes: FixTotals?
  /// Whether everything was read and probed: false after a signal or when the time ran out.
  package var isComplete = true
  /// What the records together have too much of, as phrases: `12 of 100 links are doubtful`.
  package var exceeded: [String] = []
  package var exit = ExitStatus.clean
  /// Wall time; none where reports must not hold wall-clock fields.
  package var duration: Duration?

  package init() {}
}

/// What the process says to its caller.
package enum ExitStatus: Int32, Sendable {
  /// No finding at or over the severity that fails a run.
  case clean = 0
  case findings = 1
  /// The tool could not do its work.
  case trouble = 2
  case interrupted = 130
  case terminated = 143
}
