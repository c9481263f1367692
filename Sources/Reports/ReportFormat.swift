package import Model

/// A way to write a report, as a stream: findings in input order, bytes out.
///
/// The calls come in this order: `begin`, `record` for each record, `link` for each distinct link,
/// `finish`. After a signal `finish` follows at once, with a result that is not complete; the
/// report is valid then, and says that it is not whole.
package protocol ReportFormat: SendableMetatype {
  /// What `--report` calls it: `junit`.
  static var name: String { get }

  init(options: ReportOptions)

  mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError)
  mutating func record(_ report: RecordReport, to sink: any ReportSink) throws(ReportError)
  mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError)
  mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError)
}

/// The list of formats. To add one: a file in `Formats`, its test, a line here.
package enum ReportFormats {
  /// Sorted by name.
  package static let all: [any ReportFormat.Type] = [
    CheckstyleReport.self,
    CTRFReport.self,
    GitHubReport.self,
    GitLabReport.self,
    HTMLReport.self,
    JSONReport.self,
    JSONLinesReport.self,
    JUnitReport.self,
    MarkdownReport.self,
    PrometheusReport.self,
    RDJSONReport.self,
    SARIFReport.self,
    TAPReport.self,
    TextReport.self,
  ]

  /// The format of that name; none when there is no such format.
  package static func named(_ name: String) -> (any ReportFormat.Type)? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
