import Model
import Reports

/// Keeps a report's bytes.
final class MemorySink: ReportSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) throws(ReportError) {
    self.bytes.append(contentsOf: bytes)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Everything that a run hands to its reports.
struct SampleRun {
  var header: RunHeader
  var records: [RecordReport] = []
  var links: [LinkReport] = []
  var result = RunResult()

  /// The report of this run in a format.
  func report(
    _ format: any ReportFormat.Type, options: ReportOptions = ReportOptions()
  ) throws -> String {
    let sink = MemorySink()
    var report = format.init(options: options)
    try report.begin(header, to: sink)
    for record in records { try report.record(record, to: sink) }
    for link in links { try report.link(link, to: sink) }
    try report.finish(result, to: sink)
    return sink.text
  }

  /// Sets the totals that follow from the records and links.
  mutating func count(exit: ExitStatus? = nil) {
    result.records = records.count
    result.findings = [:]
    result.suppressed = 0
    result.suppressedBy = [:]
    var fails = false
    for finding in records.flatMap(\.findings) {
      if let suppression = finding.suppression {
        result.suppressed += 1
        result.suppressedBy[suppression.origin, default: 0] += 1
        continue
      }
      result.findings[finding.severity, default: 0] += 1
      fails = fails || finding.severity >= header.failOn
    }
    result.links = [:]
    for link in links { result.links[link.judgement.verdict, default: 0] += 1 }
    result.occurrences = records.reduce(0) { $0 + $1.links.count }
    result.exit = exit ?? (records.isEmpty ? .trouble : fails ? .findings : .clean)
  }
}
