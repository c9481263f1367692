import Reports

/// The CI server that the program runs on, by what it puts into the environment, and the reports
/// that it shows when nobody chose others.
enum CIServer {
  case azure, gitHub, gitLab, jenkins

  /// None outside of CI.
  static var current: CIServer? {
    if Environment["GITHUB_ACTIONS"] == "true" { return .gitHub }
    if Environment["GITLAB_CI"] == "true" { return .gitLab }
    if Environment["TF_BUILD"]?.lowercased() == "true" { return .azure }
    if Environment["JENKINS_URL"]?.isEmpty == false { return .jenkins }
    return nil
  }

  var requests: [ReportRequest] {
    switch self {
    case .azure:
      [ReportRequest(format: JUnitReport.self, output: .file(".stet/TEST-stet.xml"))]
    case .gitHub:
      // The runner reads commands from both streams; the terminal report has standard output.
      [ReportRequest(format: GitHubReport.self, output: .standardError)]
        + (Environment["GITHUB_STEP_SUMMARY"].map {
          [ReportRequest(format: MarkdownReport.self, output: .appended($0))]
        } ?? [])
    case .gitLab:
      [
        ReportRequest(
          format: GitLabReport.self, output: .file(".stet/gl-code-quality-report.json")),
        ReportRequest(format: JUnitReport.self, output: .file(".stet/junit.xml")),
      ]
    case .jenkins:
      [ReportRequest(format: JUnitReport.self, output: .file(".stet/junit.xml"))]
    }
  }

  /// What is written and why, on one line.
  var sentence: String {
    switch self {
    case .azure: "Azure Pipelines: writing .stet/TEST-stet.xml. --report chooses others."
    case .gitHub: "GitHub Actions: writing annotations and a summary. --report chooses others."
    case .gitLab:
      "GitLab CI: writing .stet/gl-code-quality-report.json and .stet/junit.xml. "
        + "--report chooses others."
    case .jenkins: "Jenkins: writing .stet/junit.xml. --report chooses others."
    }
  }
}
