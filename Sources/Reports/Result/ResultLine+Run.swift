import Model

extension ResultLine {
  func header() throws(ResultError) -> RunHeader {
    let schema = try int("schema")
    guard schema == JSONLinesReport.schema else {
      throw fault(.schema(schema), at: optional("schema"))
    }
    var rules: [RuleSummary] = []
    for rule in try objects("rules") {
      rules.append(
        RuleSummary(
          id: RuleID(try rule.string("id")), summary: try rule.string("summary"),
          severity: try rule.choice("severity", of: Severity.self),
          scope: try rule.choice("scope", of: RuleScope.self), why: try rule.string("why"),
          mend: try rule.string("mend")))
    }
    var notRun: [PackNotRun] = []
    for pack in try objects("packsNotRun") {
      notRun.append(PackNotRun(pack: try pack.string("pack"), reason: try pack.string("reason")))
    }
    return RunHeader(
      version: try string("version"), startedAt: try time("startedAt"), rules: rules,
      packsRun: try strings("packsRun"), packsNotRun: notRun,
      failOn: try choice("failOn", of: Severity.self), rulesOff: try ruleIDs("rulesOff"),
      rulesLowered: try ruleIDs("rulesLowered"), shard: try shard())
  }

  private func shard() throws(ResultError) -> Shard? {
    guard let line = try optionalObject("shard") else { return nil }
    let (number, count) = (try line.int("number"), try line.int("count"))
    guard let shard = Shard(number, of: count) else {
      throw fault(.wrong("shard", expected: "a part of the records"), at: optional("shard"))
    }
    return shard
  }

  /// Reports of older programs do not tell.
  private func ruleIDs(_ name: String) throws(ResultError) -> [RuleID] {
    optional(name) == nil ? [] : try strings(name).map { RuleID($0) }
  }

  /// - Parameter fixed: the findings of the lines `fix`.
  func result(fixed: [FixedFinding]) throws(ResultError) -> RunResult {
    var result = RunResult()
    result.records = try int("records")
    result.unchanged = try int("unchanged")
    let findings = try object("findings")
    for severity in Severity.allCases {
      result.findings[severity] = try findings.int(severity.rawValue)
    }
    result.suppressed = try int("suppressed")
    let suppressedBy = try object("suppressedBy")
    for origin in SuppressionOrigin.allCases {
      let count = try suppressedBy.int(origin.rawValue)
      if count > 0 { result.suppressedBy[origin] = count }
    }
    let links = try object("links")
    for verdict in Verdict.allCases { result.links[verdict] = try links.int(verdict.rawValue) }
    result.occurrences = try int("occurrences")
    result.requests = try int("requests")
    if optional("seconds") != nil {
      result.duration = .milliseconds(try thousandths("seconds"))
    }
    result.exceeded = try strings("exceeded")
    result.isComplete = try bool("complete")
    let exit = try int("exit")
    guard let status = ExitStatus(rawValue: Int32(clamping: exit)) else {
      throw fault(.wrong("exit", expected: "an exit status of stet"), at: optional("exit"))
    }
    result.exit = status
    if let files = try optionalInt("filesFixed") {
      var fixes = FixTotals()
      fixes.fixed = fixed
      fixes.files = files
      for remark in try objects("remarks") { fixes.remarks.append(try remark.remark()) }
      result.fixes = fixes
    }
    return result
  }

  private func remark() throws(ResultError) -> FixRemark {
    switch try string("kind") {
    case "file":
      return .file(
        try string("file"), try choice("reason", of: FixRemark.FileReason.self))
    case "taken-back":
      return .takenBack(RuleID(try string("rule")), at: try location(in: string("file")))
    case "unfinished": return .unfinished(rounds: try int("rounds"))
    default: throw fault(.wrong("kind", expected: "a remark that is known"), at: optional("kind"))
    }
  }
}
