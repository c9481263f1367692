package import Model

/// The report for reviewdog. Columns are in bytes of UTF-8, ends are exclusive.
package struct RDJSONReport: ReportFormat {
  package static let name = "rdjson"

  private var diagnostics = JSONElements()

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    try sink.write("{\"diagnostics\":[")
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings where finding.suppression == nil {
      let diagnostic = diagnostics.next { json in
        json.member("message", FindingText.sentence(of: finding, limit: 4_000))
        json.location(finding.span)
        json.member("severity", Self.name(of: finding.severity))
        json.member("code") { $0.member("value", finding.rule.description) }
        if let suggestion = FindingText.wholeSuggestion(of: finding) {
          json.member("suggestions", suggestion.edits) { json, edit in
            json.object { json in
              json.range(edit.span)
              let text = Redaction.text(edit.replacement, evidence: finding.evidence)
              json.member("text", text)
            }
          }
        }
        if !finding.related.isEmpty {
          json.member("related_locations", finding.related) { json, related in
            json.object { json in
              json.member("message", Redaction.text(related.message))
              json.location(related.span)
            }
          }
        }
      }
      try sink.write(diagnostic)
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    let name = result.isComplete ? "stet" : "stet (\(RunText.incomplete))"
    try sink.write("\n],\"source\":{\"name\":\"\(name)\"}}\n")
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func location(_ span: SourceSpan) {
    member("location") { json in
      json.member("path", RelativePath.text(of: span.start.file))
      json.range(span)
    }
  }

  fileprivate mutating func range(_ span: SourceSpan) {
    member("range") { json in
      json.member("start") { json in
        json.member("line", span.start.line)
        json.member("column", span.start.columnInUTF8)
      }
      json.member("end") { json in
        json.member("line", span.end.line)
        json.member("column", span.end.columnInUTF8)
      }
    }
  }
}
