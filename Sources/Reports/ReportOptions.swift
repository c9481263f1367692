package import Model

/// What a caller may choose about reports; settled before the run.
package struct ReportOptions: Sendable {
  package var text = TextOptions()
  package var junit = JUnitOptions()

  package init() {}
}

/// How the terminal report looks.
package struct TextOptions: Sendable {
  /// The least severity that is shown in full; what fails the run is always shown.
  package var minSeverity = Severity.warning
  /// Shows notes, suppressed findings, every doubtful host, and how to repeat a request.
  package var isVerbose = false
  /// Counts the findings of each rule at the end.
  package var showsStatistics = false
  /// The caller decides, by the terminal, `NO_COLOR` and `--color`.
  package var isColored = false
  /// The columns to keep within; none for no wrapping.
  package var width: Int?

  package init() {}
}

/// How the JUnit report is cut up.
package struct JUnitOptions: Sendable {
  package var profile = Profile.ci
  /// The most records of one file in one suite.
  package var recordsInSuite = 1_000

  package init() {}

  /// Whose reader the report is written for.
  package enum Profile: String, CaseIterable, Sendable {
    /// Jenkins, GitLab and the readers of annotations: flat suites, `file` and `line`.
    case ci
  }
}
