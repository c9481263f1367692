package import Model

/// Annotations for GitHub Actions, as workflow commands on standard output.
///
/// The runner keeps ten annotations of a kind from a step and drops the rest in silence; so nine of
/// each are written, and one that says how many more there are (actions/runner, ActionCommand.cs).
package struct GitHubReport: ReportFormat {
  package static let name = "github"

  /// What the runner keeps of each kind.
  private static let limit = 10

  private let minSeverity: Severity
  private var failOn = Severity.error
  private var counts: [Severity: Int] = [:]
  /// The last that the runner would keep, for each kind: it gives way when there are more.
  private var held: [Severity: String] = [:]

  package init(options: ReportOptions) {
    minSeverity = options.text.isVerbose ? .note : options.text.minSeverity
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    failOn = header.failOn
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings
    where finding.suppression == nil && finding.severity >= min(minSeverity, failOn) {
      let count = counts[finding.severity, default: 0] + 1
      counts[finding.severity] = count
      if count < Self.limit {
        try sink.write(Self.command(for: finding))
      } else if count == Self.limit {
        held[finding.severity] = Self.command(for: finding)
      }
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    for severity in Severity.allCases.reversed() {
      guard let last = held[severity] else { continue }
      let more = counts[severity, default: 0] - Self.limit + 1
      let text = "and \(Counted.text(more, "more \(severity.rawValue)")): see the report"
      try sink.write(more == 1 ? last : "::\(Self.kind(severity)) title=stet::\(text)\n")
    }
    if !result.isComplete { try sink.write("::warning title=stet::\(RunText.incomplete)\n") }
  }

  private static func command(for finding: Finding) -> String {
    let span = finding.span
    var properties = [
      ("title", finding.rule.description),
      ("file", TerminalText.escaped(RelativePath.text(of: span.start.file), limit: 1_000)),
      ("line", String(span.start.line)), ("endLine", String(span.end.line)),
    ]
    if span.start.line == span.end.line {
      properties.append(("col", String(span.start.column)))
      properties.append(("endColumn", String(max(span.start.column, span.end.column - 1))))
    }
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    let message = FindingText.sentence(of: finding, limit: 2_000)
    return "::\(kind(finding.severity)) \(list.joined(separator: ","))::"
      + "\(escaped(message, isProperty: false))\n"
  }

  private static func kind(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// As the runner undoes it; line feeds and control characters are gone before.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.escaped(text, limit: 4_000).unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case ":" where isProperty: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where isProperty: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
