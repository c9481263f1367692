package import Model

/// The native report: one JSON object a line, the superset of what the other formats show.
///
/// Lines are of the types `run` (first), `finding`, `link`, `fix`, `summary` (always last, so that a cut
/// file is known for one). `docs/jsonl-schema.json` describes them.
package struct JSONLinesReport: ReportFormat {
  package static let name = "jsonl"

  /// Of the lines' shape. Members may be added without a new one.
  static let schema = 1

  private var isTimed = false

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    isTimed = header.startedAt != nil
    let line = JSONWriter.line { json in
      json.member("type", "run")
      json.member("schema", Self.schema)
      json.member("tool", "stet")
      json.member("version", header.version)
      if let time = header.startedAt {
        json.member("startedAt", "\(UTCTime.text(secondsSince1970: time))Z")
      }
      json.member("failOn", header.failOn.rawValue)
      json.member("packsRun", header.packsRun) { $0.string($1) }
      json.member("packsNotRun", header.packsNotRun) { json, pack in
        json.object { json in
          json.member("pack", pack.pack)
          json.member("reason", pack.reason)
        }
      }
      json.member("rules", header.rules) { json, rule in
        json.object { json in
          json.member("id", rule.id.description)
          json.member("summary", rule.summary)
          json.member("severity", rule.severity.rawValue)
          json.member("scope", rule.scope.rawValue)
          json.member("why", rule.why)
          json.member("mend", rule.mend)
        }
      }
    }
    try sink.write(line)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings { try sink.write(FindingLine.bytes(of: finding)) }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    try sink.write(VerdictLine.bytes(of: report, isTimed: isTimed))
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    for fixed in result.fixes?.fixed ?? [] { try sink.write(FixLine.bytes(of: fixed)) }
    let line = JSONWriter.line { json in
      json.member("type", "summary")
      json.member("records", result.records)
      json.member("unchanged", result.unchanged)
      json.member("findings") { json in
        for severity in Severity.allCases.reversed() {
          json.member(named: severity.rawValue, result.findings[severity, default: 0])
        }
      }
      json.member("suppressed", result.suppressed)
      json.member("suppressedBy") { json in
        for origin in SuppressionOrigin.allCases {
          json.member(named: origin.rawValue, result.suppressedBy[origin, default: 0])
        }
      }
      if let fixes = result.fixes {
        json.member("fixed", fixes.fixed.count)
        json.member("filesFixed", fixes.files)
      }
      json.member("links") { json in
        for verdict in Verdict.allCases {
          json.member(named: verdict.rawValue, result.links[verdict, default: 0])
        }
      }
      json.member("occurrences", result.occurrences)
      json.member("requests", result.requests)
      if let duration = result.duration {
        json.name("seconds")
        json.literal(Counted.decimal(thousandths: duration.milliseconds))
      }
      json.member("exceeded", result.exceeded) { $0.string($1) }
      json.member("complete", result.isComplete)
      json.member("exit", Int(result.exit.rawValue))
    }
    try sink.write(line)
  }
}
