import Model

/// A rule made ready for an engine: its selectors are numbers, its severity is settled.
struct CompiledRule: Sendable {
  let rule: Rule
  let severity: Severity
  /// The rule's position among the engine's rules.
  let number: Int
  let given: [Int]
  let severityAt: [(selector: Int, severity: Severity)]
  let present: [Int]
  let absent: [Int]
  /// Positions of the rules that must not have fired at the same place.
  let passes: [Int]
  let related: [Int]

  /// What reports say of the rule, with the settled severity.
  var summary: RuleSummary {
    let summary = rule.summary
    return RuleSummary(
      id: summary.id, summary: summary.summary, severity: severity, scope: summary.scope,
      why: summary.why, mend: summary.mend)
  }

  /// Whether the rule is asked about this record at all.
  func applies(in context: RecordContext) -> Bool {
    if rule.condition.isAlone, !context.record.isAlone { return false }
    return present.allSatisfy { context.picksAny(selector: $0) }
      && !absent.contains { context.picksAny(selector: $0) }
  }
}

/// Rules that look at the same values, so that each value is read once.
struct RuleGroup: Sendable {
  let given: [Int]
  let links: [LinkRole]
  var rules: [(rule: CompiledRule, kind: any RecordKind)]
}
