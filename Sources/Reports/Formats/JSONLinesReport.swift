package import Model

/// The native report: one JSON object a line, the superset of what the other formats show.
///
/// Lines are of the types `run` (first), `record` with its `finding`s behind it, `link`, `fix`,
/// `summary` (always last, so that a cut file is known for one). `docs/jsonl-schema.json` describes
/// them; `ResultReader` reads them.
package struct JSONLinesReport: ReportFormat {
  package static let name = "jsonl"

  /// Of the lines' shape. Members may be added without a new one.
  static let schema = 1

  private var isTimed = false
  private var numbers = LinkNumbers()

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    isTimed = header.startedAt != nil
    try sink.write(JSONWriter.line { $0.runMembers(header) })
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    try sink.write(RecordLine.bytes(of: report, numbers: &numbers))
    for finding in report.findings { try sink.write(FindingLine.bytes(of: finding)) }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    let number = numbers.numberOfReport(report.destination)
    try sink.write(VerdictLine.bytes(of: report, number: number, isTimed: isTimed))
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    for fixed in result.fixes?.fixed ?? [] { try sink.write(FixLine.bytes(of: fixed)) }
    try sink.write(JSONWriter.line { $0.summaryMembers(result) })
  }
}
