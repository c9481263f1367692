package import Model

/// The report as one page: totals, pictures, and lists that can be searched. It needs nothing from
/// elsewhere, runs nothing but its own script, and can be read without it.
package struct HTMLReport: ReportFormat {
  package static let name = "html"

  /// The most findings and links that are told without script, and in print.
  private static let plainLimit = 500

  private var header: RunHeader?
  private var figures = PageFigures()
  private var data = PageData()
  private var plainFindings = XMLWriter()
  private var plainLinks = XMLWriter()
  private var findings = 0
  private var links = 0

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    data.begin(header)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    try data.add(report)
    for finding in report.findings {
      figures.add(finding)
      guard finding.suppression == nil else { continue }
      findings += 1
      if findings <= Self.plainLimit { plain(finding) }
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    figures.add(report, now: header?.startedAt)
    try data.add(report, isTimed: header?.startedAt != nil)
    guard report.judgement.verdict == .dead else { return }
    links += 1
    if links <= Self.plainLimit { plain(report) }
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    var xml = XMLWriter()
    xml.markup(Page.head)
    PageTotals(result: result, header: header).write(to: &xml)
    xml.markup("<main>\n")
    figures.write(to: &xml, result: result)
    xml.markup(Page.app)
    xml.markup("<div class=\"plain\">\n")
    Self.section("Findings", count: findings, plainFindings.bytes, &xml)
    Self.section("Dead links", count: links, plainLinks.bytes, &xml)
    xml.markup("</div>\n</main>\n<footer>Made by stet ")
    xml.text(TerminalText.escaped(header?.version ?? "", limit: 50))
    xml.markup(".</footer>\n<script id=\"data\" type=\"application/json\">")
    try sink.write(xml.bytes)
    try data.write(to: sink)
    try sink.write("</script>\n<script>\(PageScript.text)</script>\n</body>\n</html>\n")
  }

  private mutating func plain(_ finding: Finding) {
    plainFindings.markup(
      "<li><b class=\"\(finding.severity.rawValue)\">\(finding.severity.rawValue)</b> <code>")
    plainFindings.text(TerminalText.escaped(finding.rule.description, limit: 200))
    plainFindings.markup("</code> <span class=\"soft\">")
    plainFindings.text(FindingText.place(finding.span.start))
    plainFindings.markup("</span><br>")
    plainFindings.text(FindingText.sentence(of: finding, limit: 1_000))
    if let excerpt = finding.excerpt {
      let shown = Redaction.excerpt(excerpt, evidence: finding.evidence)
      plainFindings.markup("<pre>")
      plainFindings.text(Self.text(shown.scalars[..<shown.marked.lowerBound]))
      plainFindings.markup("<mark>")
      plainFindings.text(Self.text(shown.scalars[shown.marked]))
      plainFindings.markup("</mark>")
      plainFindings.text(Self.text(shown.scalars[shown.marked.upperBound...]))
      plainFindings.markup("</pre>")
    }
    plainFindings.markup("</li>\n")
  }

  private mutating func plain(_ report: LinkReport) {
    plainLinks.markup("<li><code>")
    plainLinks.text(TerminalText.escaped(report.destination.shownURL, limit: 500))
    plainLinks.markup("</code><br>")
    plainLinks.text(TerminalText.escaped(Redaction.text(report.judgement.sentence)))
    let evidence = LinkEvidence(
      judgement: report.judgement, isTimed: header?.startedAt != nil)
    for line in evidence.lines(isVerbose: false) {
      plainLinks.markup("<br><span class=\"soft\">\(line.label)</span> ")
      plainLinks.text(line.text)
    }
    plainLinks.markup("</li>\n")
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return TerminalText.escaped(String(view))
  }

  private static func section(
    _ title: String, count: Int, _ items: [UInt8], _ xml: inout XMLWriter
  ) {
    guard count > 0 else { return }
    xml.markup("<section><h2>\(title)</h2><ul>\n")
    xml.markup(String(decoding: items, as: UTF8.self))
    xml.markup("</ul>")
    if count > plainLimit { xml.markup("<p>and \(count - plainLimit) more</p>") }
    xml.markup("</section>\n")
  }
}
