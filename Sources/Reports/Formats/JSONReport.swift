package import Model

/// The native report as one JSON document: the same objects, the findings inside their records.
package struct JSONReport: ReportFormat {
  package static let name = "json"

  private var isTimed = false
  private var numbers = LinkNumbers()
  private var records = JSONElements()
  private var links = JSONElements()
  private var hasLinks = false

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    isTimed = header.startedAt != nil
    try sink.write("{\"run\":")
    try sink.write(JSONWriter.line { $0.runMembers(header) })
    try sink.write(",\"records\":[")
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    // Without the brace and the line feed: the findings are members of the record here.
    let record = RecordLine.bytes(of: report, numbers: &numbers).dropLast(2)
    try sink.write(records.next(Array(record)))
    try sink.write(",\"findings\":[")
    var findings = JSONElements()
    for finding in report.findings {
      try sink.write(findings.next(FindingLine.bytes(of: finding).dropLast()))
    }
    try sink.write("]}")
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    try beginLinks(sink)
    let number = numbers.numberOfReport(report.destination)
    let line = VerdictLine.bytes(of: report, number: number, isTimed: isTimed)
    try sink.write(links.next(line.dropLast()))
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    try beginLinks(sink)
    try sink.write("\n],\"fixes\":[")
    var fixes = JSONElements()
    for fixed in result.fixes?.fixed ?? [] {
      try sink.write(fixes.next(FixLine.bytes(of: fixed).dropLast()))
    }
    try sink.write("],\"summary\":")
    try sink.write(JSONWriter.line { $0.summaryMembers(result) })
    try sink.write("}\n")
  }

  private mutating func beginLinks(_ sink: any ReportSink) throws(ReportError) {
    guard !hasLinks else { return }
    hasLinks = true
    try sink.write("\n],\"links\":[")
  }
}
