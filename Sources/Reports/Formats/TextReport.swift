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
  /// The findings, where they are not told record by record.
  private var groups = TextGroups()

  package init(options: ReportOptions) {
    self.options = options.text
    palette = Palette(isColored: options.text.isColored)
    text = FindingText(
      palette: palette, width: options.text.width.map { $0 - 4 },
      isVerbose: options.text.isVerbose, isTimed: false,
      hyperlinks: options.text.hyperlinks)
    minSeverity = options.text.isVerbose ? .note : options.text.minSeverity
    summary = TextSummary(palette: palette, options: options.text)
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    minSeverity = min(minSeverity, header.failOn)
    text = FindingText(
      palette: palette, width: text.width, isVerbose: options.isVerbose,
      isTimed: header.startedAt != nil, hyperlinks: text.hyperlinks)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    let links = links(in: report)
    var blocks = ""
    for finding in report.findings {
      summary.note(finding, failOn: header?.failOn ?? .error)
      guard isShown(finding) else { continue }
      let link = links[finding.span]
      guard options.grouping == .record else {
        try add(finding, link)
        continue
      }
      blocks += block(finding, link) + help(for: finding.rule)
    }
    guard !blocks.isEmpty else { return }
    let gap = hasShown ? "\n" : ""
    hasShown = true
    try sink.write(gap + title(of: report) + "\n" + blocks)
  }

  /// The lines of a finding, after an empty one.
  private func block(_ finding: Finding, _ link: JudgedLink?) -> String {
    let judgement = finding.rule.pack == "links" ? link?.judgement : nil
    let body = text.body(of: finding, link: judgement).map { "    \($0)\n" }
    return "\n  \(text.head(of: finding))\n" + body.joined()
  }

  private mutating func add(_ finding: Finding, _ link: JudgedLink?) throws(ReportError) {
    let group = TextGroup(finding, link, by: options.grouping)
    var block = block(finding, link)
    if options.grouping == .rule, !groups.hold(group.name) { block += help(for: finding.rule) }
    try groups.add(
      block, severity: finding.severity, toGroup: group.name,
      title: group.title(palette, options.hyperlinks))
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    summary.note(report)
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    if try groups.write(palette, to: sink) { hasShown = true }
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
    let title = palette.paint(place, .strong)
    return (options.hyperlinks?.text(title, toFile: report.start.file) ?? title)
      + palette.paint(name, .faint)
  }

  /// The lines about what mends the faults of a rule, where it is the first of them.
  private mutating func help(for rule: RuleID) -> String {
    guard helped.insert(rule).inserted,
      let summary = header?.rules.first(where: { $0.id == rule }), !summary.mend.isEmpty
    else { return "" }
    return text.wrapped(
      TerminalText.escaped(summary.mend, limit: 500), label: "help:", ink: .help
    ).map { "    \($0)\n" }.joined()
  }

  /// The record's links by place, where some finding may be about one.
  private func links(in report: RecordReport) -> [SourceSpan: JudgedLink] {
    let isAsked = options.grouping == .host || options.grouping == .link
    guard report.findings.contains(where: { isAsked || $0.rule.pack == "links" }) else {
      return [:]
    }
    var links: [SourceSpan: JudgedLink] = [:]
    for link in report.links { links[link.occurrence.span] = link }
    return links
  }
}
