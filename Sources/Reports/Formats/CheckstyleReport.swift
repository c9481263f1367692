package import Model

/// The report in the dialect of Checkstyle: findings by file.
package struct CheckstyleReport: ReportFormat {
  package static let name = "checkstyle"

  private var file: String?

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    try sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n")
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    var xml = XMLWriter()
    for finding in report.findings where finding.suppression == nil {
      open(finding.span.start.file, &xml)
      xml.markup("    <error")
      xml.attribute("line", finding.span.start.line)
      xml.attribute("column", finding.span.start.column)
      xml.attribute("severity", finding.severity.infoName)
      xml.attribute("message", FindingText.message(of: finding, limit: 1_000))
      xml.attribute("source", TerminalText.escaped("stet.\(finding.rule)", limit: 200))
      xml.markup("/>\n")
    }
    try sink.write(xml.bytes)
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    var xml = XMLWriter()
    if file != nil { xml.markup("  </file>\n") }
    if !result.isComplete {
      xml.markup("  <exception>")
      xml.text(RunText.incomplete)
      xml.markup("</exception>\n")
    }
    xml.markup("</checkstyle>\n")
    try sink.write(xml.bytes)
  }

  /// Begins the element of the file, where it is not the one that is open.
  private mutating func open(_ path: String, _ xml: inout XMLWriter) {
    if let file, file.utf8.elementsEqual(path.utf8) { return }
    if file != nil { xml.markup("  </file>\n") }
    file = path
    xml.markup("  <file")
    xml.attribute("name", TerminalText.escaped(RelativePath.text(of: path), limit: 4_096))
    xml.markup(">\n")
  }
}
