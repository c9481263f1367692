import Model

/// A rule made ready for an engine: its selectors are numbers, its severity is settled.
///
/// A class, so that going through the rules copies nothing.
final class CompiledRule: Sendable {
  let rule: Rule
  let severity: Severity
  /// The severity that the settings give, if they do.
  let setSeverity: Severity?
  /// The rule's position among the engine's rules.
  let number: Int
  let given: [Int]
  let severityAt: [(selector: Int, severity: Severity)]
  let present: [Int]
  let absent: [Int]
  /// Positions of the rules that must not have fired at the same place.
  let passes: [Int]
  let related: [Int]
  let recordKind: (any RecordKind)?
  let markdownKind: (any MarkdownKind)?
  let linkKind: (any LinkKind)?
  let corpusKind: (any CorpusKind)?
  let readsTextOnly: Bool
  private let isConditional: Bool

  /// - Parameter number: numbers the rule's selectors.
  init(_ rule: Rule, severity: Severity?, number: Int, passes: [Int], intern: (Selector) -> Int) {
    self.rule = rule
    self.severity = severity ?? rule.summary.severity
    setSeverity = severity
    self.number = number
    self.passes = passes
    given = rule.given.map(intern)
    severityAt =
      severity == nil ? rule.severityAt.map { (intern($0.selector), $0.severity) } : []
    present = rule.condition.present.map(intern)
    absent = rule.condition.absent.map(intern)
    related = rule.related.map(intern)
    let subject = rule.kind.subject
    if case .values(let kind) = subject { recordKind = kind } else { recordKind = nil }
    if case .texts(let kind) = subject { markdownKind = kind } else { markdownKind = nil }
    if case .links(let kind) = subject { linkKind = kind } else { linkKind = nil }
    if case .corpus(let kind) = subject { corpusKind = kind } else { corpusKind = nil }
    readsTextOnly = recordKind.map { type(of: $0).readsTextOnly } ?? false
    isConditional = rule.condition.isAlone || !present.isEmpty || !absent.isEmpty
  }

  /// What reports say of the rule, with the settled severity.
  var summary: RuleSummary {
    let summary = rule.summary
    return RuleSummary(
      id: summary.id, summary: summary.summary, severity: severity, scope: summary.scope,
      why: summary.why, mend: summary.mend)
  }

  /// Whether the rule is asked about this record at all.
  func applies(in context: RecordContext) -> Bool {
    guard isConditional else { return true }
    if rule.condition.isAlone, !context.record.isAlone { return false }
    return present.allSatisfy { context.picksAny(selector: $0) }
      && !absent.contains { context.picksAny(selector: $0) }
  }
}

/// Rules that look at the same values, so that each value is read once.
struct RuleGroup: Sendable {
  let given: [Int]
  let links: [LinkRole]
  var rules: [CompiledRule]
}
