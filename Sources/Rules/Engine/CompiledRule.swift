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
  /// The check of a kind that looks at single values.
  let check: RecordCheck?
  /// The check of a kind that looks at Markdown.
  let checkMarkdown: MarkdownCheck?
  /// The check of a kind that looks at links with their verdicts.
  let checkLink: LinkCheck?
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
    if case .values(let kind) = subject {
      check = Self.check(of: kind)
      readsTextOnly = type(of: kind).readsTextOnly
    } else {
      check = nil
      readsTextOnly = false
    }
    if case .texts(let kind) = subject {
      checkMarkdown = Self.check(of: kind)
    } else {
      checkMarkdown = nil
    }
    if case .links(let kind) = subject {
      checkLink = Self.check(of: kind)
    } else {
      checkLink = nil
    }
    isConditional = rule.condition.isAlone || !present.isEmpty || !absent.isEmpty
  }

  // The kinds are asked millions of times, and to copy one out of its box costs more than most of
  // them do: a closure is called where it is.
  typealias RecordCheck = @Sendable (Subject, RecordContext, (Fault) -> Void) -> Void
  typealias MarkdownCheck = @Sendable (MarkdownSubject, RecordContext, (Fault) -> Void) -> Void
  typealias LinkCheck = @Sendable (JudgedLink) -> LinkFault?

  private static func check(of kind: some RecordKind) -> RecordCheck {
    { kind.check($0, in: $1, report: $2) }
  }

  private static func check(of kind: some MarkdownKind) -> MarkdownCheck {
    { kind.check($0, in: $1, report: $2) }
  }

  private static func check(of kind: some LinkKind) -> LinkCheck {
    { kind.fault(of: $0) }
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
