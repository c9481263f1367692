package import Model

/// A summary in GitHub's Markdown, for the page of a job or a merge request: totals, then findings,
/// the gravest first, as many as fit.
package struct MarkdownReport: ReportFormat {
  package static let name = "markdown"

  /// GitHub takes 1 MiB of a step and nothing at all of a longer summary.
  static let limit = 900 << 10

  private var header: RunHeader?
  private var rows: [Severity: [[UInt8]]] = [:]
  private var sizes: [Severity: Int] = [:]
  private var links: [[UInt8]] = []

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings where finding.suppression == nil {
      guard sizes[finding.severity, default: 0] < Self.limit else { continue }
      let row = Array(Self.row(finding).utf8)
      sizes[finding.severity, default: 0] += row.count
      rows[finding.severity, default: []].append(row)
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    var text = Array(Self.head(result, header: header).utf8)
    for severity in Severity.allCases.reversed() {
      let count = result.findings[severity, default: 0]
      guard count > 0 else { continue }
      let title = Counted.text(count, severity.rawValue)
      text += Array("\n### \(title)\n\n| Place | Rule | What is wrong |\n|---|---|---|\n".utf8)
      var shown = 0
      for row in rows[severity] ?? [] {
        // Room for the ends of all sections.
        guard text.count + row.count < Self.limit - 2_000 else { break }
        text += row
        shown += 1
      }
      if shown < count { text += Array("\nand \(count - shown) more\n".utf8) }
    }
    try sink.write(text)
  }

  private static func head(_ result: RunResult, header: RunHeader?) -> String {
    var text = "## Stet \(RunText.conclusion(result)): \(RunText.findings(result))\n\n"
    if !result.isComplete { text += "**\(RunText.incomplete)**\n\n" }
    if !result.exceeded.isEmpty {
      text +=
        "Over the threshold: \(MarkdownText.escaped(result.exceeded.joined(separator: ", "))).\n\n"
    }
    text += "| | |\n|---|---|\n| records | \(result.records) |\n"
    for severity in Severity.allCases.reversed() {
      text += "| \(severity.rawValue)s | \(result.findings[severity, default: 0]) |\n"
    }
    text += "| suppressed | \(result.suppressed) |\n"
    for verdict in Verdict.allCases {
      text += "| links \(verdict.rawValue) | \(result.links[verdict, default: 0]) |\n"
    }
    for pack in header?.packsNotRun ?? [] {
      let reason = MarkdownText.escaped(TerminalText.escaped(pack.reason, limit: 200))
      text += "| not run | \(MarkdownText.escaped(pack.pack)), \(reason) |\n"
    }
    return text
  }

  private static func row(_ finding: Finding) -> String {
    let message = MarkdownText.escaped(FindingText.sentence(of: finding, limit: 1_000))
    let place = MarkdownText.code(FindingText.place(finding.span.start))
    return "| \(place) | \(MarkdownText.code(finding.rule.description)) | \(message) |\n"
  }
}
