package import Model

/// The report for GitLab's Code Quality: an array of findings. No entry may be wrong, or GitLab
/// reads none of those behind it.
package struct GitLabReport: ReportFormat {
  package static let name = "gitlab"

  private var entries = JSONElements()
  private var lastFile = "stet.yml"

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    try sink.write("[")
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    lastFile = report.start.file
    for finding in report.findings where finding.suppression == nil {
      let severity =
        switch finding.severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
      // GitLab shows no name of a check: the description begins with it.
      let text = FindingText.message(of: finding, limit: 1_000)
      try write(
        text, rule: finding.rule.description, finding.fingerprint, severity,
        at: finding.span.start, to: sink)
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    if !result.isComplete {
      let place = SourceLocation(file: lastFile, line: 1, column: 1, columnInUTF8: 1, offset: 0)
      try write(
        RunText.incomplete, rule: "run/incomplete", "run/incomplete", "info", at: place, to: sink)
    }
    try sink.write("\n]\n")
  }

  private mutating func write(
    _ text: String, rule: String, _ fingerprint: String, _ severity: String,
    at place: SourceLocation, to sink: any ReportSink
  ) throws(ReportError) {
    let entry = entries.next { json in
      json.member("description", text)
      json.member("check_name", rule)
      json.member("fingerprint", fingerprint)
      json.member("severity", severity)
      json.member("location") { json in
        json.member("path", RelativePath.text(of: place.file))
        json.member("lines") { $0.member("begin", place.line) }
      }
    }
    try sink.write(entry)
  }
}
