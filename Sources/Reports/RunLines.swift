import Model

extension JSONWriter {
  /// The members of the native report's first line.
  mutating func runMembers(_ header: RunHeader) {
    member("type", "run")
    member("schema", JSONLinesReport.schema)
    member("tool", "stet")
    member("version", header.version)
    if let time = header.startedAt {
      member("startedAt", "\(UTCTime.text(secondsSince1970: time))Z")
    }
    member("failOn", header.failOn.rawValue)
    member("packsRun", header.packsRun) { $0.string($1) }
    member("packsNotRun", header.packsNotRun) { json, pack in
      json.object { json in
        json.member("pack", pack.pack)
        json.member("reason", pack.reason)
      }
    }
    if let shard = header.shard {
      member("shard") { json in
        json.member("number", shard.number)
        json.member("count", shard.count)
      }
    }
    member("rulesOff", header.rulesOff) { $0.string($1.description) }
    member("rulesLowered", header.rulesLowered) { $0.string($1.description) }
    member("rules", header.rules) { json, rule in
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

  /// The members of the native report's last line.
  mutating func summaryMembers(_ result: RunResult) {
    member("type", "summary")
    member("records", result.records)
    member("unchanged", result.unchanged)
    member("findings") { json in
      for severity in Severity.allCases.reversed() {
        json.member(named: severity.rawValue, result.findings[severity, default: 0])
      }
    }
    member("suppressed", result.suppressed)
    member("suppressedBy") { json in
      for origin in SuppressionOrigin.allCases {
        json.member(named: origin.rawValue, result.suppressedBy[origin, default: 0])
      }
    }
    if let fixes = result.fixes {
      member("fixed", fixes.fixed.count)
      member("filesFixed", fixes.files)
      member("remarks", fixes.remarks) { json, remark in json.remark(remark) }
    }
    member("links") { json in
      for verdict in Verdict.allCases {
        json.member(named: verdict.rawValue, result.links[verdict, default: 0])
      }
    }
    member("occurrences", result.occurrences)
    member("requests", result.requests)
    if let duration = result.duration {
      name("seconds")
      literal(Counted.decimal(thousandths: duration.milliseconds))
    }
    member("exceeded", result.exceeded) { $0.string($1) }
    member("complete", result.isComplete)
    member("exit", Int(result.exit.rawValue))
  }

  private mutating func remark(_ remark: FixRemark) {
    object { json in
      switch remark {
      case .file(let path, let reason):
        json.member("kind", "file")
        json.member("file", path)
        json.member("reason", reason.rawValue)
      case .takenBack(let rule, let start):
        json.member("kind", "taken-back")
        json.member("rule", rule.description)
        json.member("file", start.file)
        json.member("line", start.line)
        json.member("column", start.column)
        json.member("columnInUTF8", start.columnInUTF8)
        json.member("offset", start.offset)
      case .unfinished(let rounds):
        json.member("kind", "unfinished")
        json.member("rounds", rounds)
      }
    }
  }
}
