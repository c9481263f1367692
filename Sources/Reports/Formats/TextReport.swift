package import Model

/// The report for people: what is wrong, record by record, then the totals and what to do next.
package struct TextReport: ReportFormat {
  package static let name = "text"

  private let options: TextOptions
  private let palette: Palette
  private var text: FindingText
  private var header: RunHeader?
  private var minSeverity: Severity
  /// The rules whose mend was told: once is enough.
  private var helped: Set<RuleID> = []
  private var hasShown = false
  private var summary: TextSummary

  package init(options: ReportOptions) {
    self.options = options.text
    palette = Palette(isColored: options.text.isColored)
    text = FindingText(
      palette: palette, width: options.text.width.map { $0 - 4 },
      isVerbose: options.text.isVerbose, isTimed: false)
    minSeverity = options.text.isVerbose ? .note : options.text.minSeverity
    summary = TextSummary(palette: palette, options: options.text)
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    minSeverity = min(minSeverity, header.failOn)
    text = FindingText(
      palette: palette, width: text.width, isVerbose: options.isVerbose,
      isTimed: header.startedAt != nil)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    let judgements = Self.judgements(in: report)
    var lines: [String] = []
    for finding in report.findings {
      summary.note(finding, failOn: header?.failOn ?? .error)
      guard isShown(finding) else { continue }
      let link = finding.rule.pack == "links" ? judgements[finding.span] : nil
      lines.append("")
      lines.append("  \(text.head(of: finding))")
      lines += text.body(of: finding, link: link).map { "    \($0)" }
      lines += help(for: finding.rule).map { "    \($0)" }
    }
    guard !lines.isEmpty else { return }
    let gap = hasShown ? "\n" : ""
    hasShown = true
    try sink.write(gap + title(of: report) + "\n" + lines.joined(separator: "\n") + "\n")
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    summary.note(report)
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    let lines = summary.lines(result, header: header, minSeverity: minSeverity)
    try sink.write((hasShown ? "\n" : "") + lines.joined(separator: "\n") + "\n")
  }

  private func isShown(_ finding: Finding) -> Bool {
    finding.suppression == nil ? finding.severity >= minSeverity : options.isVerbose
  }

  private func title(of report: RecordReport) -> String {
    let file = TerminalText.escaped(report.start.file, limit: 4_096)
    let place = report.start.line > 1 ? "\(file):\(report.start.line)" : file
    let key = TerminalText.escaped(Redaction.text(report.key.description), limit: 200)
    let isPlace = key.utf8.elementsEqual("\(file):\(report.start.line)".utf8)
    let name = isPlace ? "" : "  \(key)"
    return palette.paint(place, .strong) + palette.paint(name, .faint)
  }

  private mutating func help(for rule: RuleID) -> [String] {
    guard helped.insert(rule).inserted,
      let summary = header?.rules.first(where: { $0.id == rule }), !summary.mend.isEmpty
    else { return [] }
    return text.wrapped(
      TerminalText.escaped(summary.mend, limit: 500), label: "help:", ink: .help)
  }

  private static func judgements(in report: RecordReport) -> [SourceSpan: Judgement] {
    guard report.findings.contains(where: { $0.rule.pack == "links" }) else { return [:] }
    var judgements: [SourceSpan: Judgement] = [:]
    for link in report.links { judgements[link.occurrence.span] = link.judgement }
    return judgements
  }
}
