package import Model

/// The totals as metrics, for node_exporter's collector of text files. Rules and severities are the
/// only labels beside verdicts, so that the number of series stays small.
package struct PrometheusReport: ReportFormat {
  package static let name = "prometheus"

  private var header: RunHeader?
  private var findings: [Label: Int] = [:]

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    // A series that is there only when it is not 0 cannot be watched.
    for rule in header.rules {
      findings[Label(rule: rule.id, severity: rule.severity)] = 0
    }
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings where finding.suppression == nil {
      findings[Label(rule: finding.rule, severity: finding.severity), default: 0] += 1
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    var text = ""
    func metric(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) {
      text += "# HELP stet_\(name) \(help)\n# TYPE stet_\(name) gauge\n"
      for sample in samples { text += "stet_\(name)\(sample.labels) \(sample.value)\n" }
    }
    func metric(_ name: String, _ help: String, _ value: Int) {
      metric(name, help, [("", String(value))])
    }
    metric(
      "findings", "Findings that nothing excuses.",
      findings.sorted { $0.key < $1.key }.map { label, count in
        let rule = Self.escaped(label.rule.description)
        return (#"{rule="\#(rule)",severity="\#(label.severity.rawValue)"}"#, String(count))
      })
    metric("findings_suppressed", "Findings that are excused.", result.suppressed)
    metric(
      "links", "Distinct links by what is held of them.",
      Verdict.allCases.map {
        (#"{verdict="\#($0.rawValue)"}"#, String(result.links[$0, default: 0]))
      })
    metric("link_occurrences", "Places where a link stands.", result.occurrences)
    metric("records", "Records that were read.", result.records)
    metric("requests", "Requests that were sent.", result.requests)
    metric("complete", "1 when everything was read and checked.", result.isComplete ? 1 : 0)
    metric("exit_status", "What the process said to its caller.", Int(result.exit.rawValue))
    if let start = header?.startedAt {
      metric("start_time_seconds", "When the run began, since 1970.", start)
      if let duration = result.duration {
        let seconds = Counted.decimal(thousandths: duration.milliseconds)
        metric("duration_seconds", "How long the run took.", [("", seconds)])
      }
    }
    try sink.write(text)
  }

  /// As a value between quotes. Prometheus, exposition formats.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.escaped(text, limit: 200).unicodeScalars {
      if scalar == "\\" || scalar == "\"" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private struct Label: Hashable, Comparable {
    let rule: RuleID
    let severity: Severity

    static func < (left: Label, right: Label) -> Bool {
      left.rule == right.rule ? left.severity < right.severity : left.rule < right.rule
    }
  }
}
