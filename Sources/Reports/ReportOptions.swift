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
  package var grouping = Grouping.record
  /// None where texts lead nowhere.
  package var hyperlinks: Hyperlinks?

  package init() {}

  /// What findings are put together by.
  package enum Grouping: String, CaseIterable, Sendable {
    case record, rule, host, link
  }
}

/// How the reports of testcases are cut up.
package struct JUnitOptions: Sendable {
  package var profile = Profile.ci
  package var granularity = Granularity.group
  package var passing = Passing.keep
  package var classname = Classname.path
  package var warnings = Warnings.pass
  /// The most records of one file in one suite.
  package var recordsInSuite = 1_000
  /// The most testcases of one report file: Buildkite takes no more.
  package var casesInFile = 5_000
  /// About the most bytes of one report file: GitLab takes 30 MB.
  package var bytesInFile = 20_000_000

  package init() {}

  /// Whose reader the report is written for.
  package enum Profile: String, CaseIterable, Sendable {
    /// Jenkins, GitLab and the readers of annotations: flat suites, `file` and `line`.
    case ci
    /// The schema of Ant, to the letter.
    case strict
    /// One suite as the root, as Surefire writes it.
    case single
  }

  /// What one testcase is about, beside links.
  package enum Granularity: String, CaseIterable, Sendable {
    /// A record and a pack.
    case group
    /// A finding; a record and a pack where there is none.
    case finding
    /// A record with all its links.
    case record
  }

  /// What the testcases of a file are filed under.
  package enum Classname: String, CaseIterable, Sendable {
    /// `content/articles/a.json`.
    case path
    /// `content.articles.a`, a package and a class for Jenkins.
    case dotted
  }

  /// What becomes of testcases whose gravest finding is a warning that does not fail the run.
  package enum Warnings: String, CaseIterable, Sendable {
    /// They pass, and tell it.
    case pass
    /// They are skipped.
    case skipped
    /// They are red although the run does not fail.
    case failure
  }

  /// What becomes of testcases that pass and have nothing to tell.
  package enum Passing: String, CaseIterable, Sendable {
    case keep
    /// They are left out and counted in a property.
    case omit
  }
}
