package import Model

/// Looks at records and links with all rules that are switched on. Pure: the same record gets the
/// same findings, in any thread.
package struct RuleEngine: Sendable {
  /// All rules that are asked of any file.
  let compiled: [CompiledRule]
  /// What is asked of files without an override.
  package let usual: RuleVariant
  private let changes: [[Int: CompiledRule?]]
  let selectors: [SelectorPlan]
  private let groups: [RuleGroup]
  private let markdownRules: [CompiledRule]
  /// Those first that wait for no others.
  let linkRules: [CompiledRule]
  /// Those first that others wait for.
  let corpusRules: [CorpusRule]
  /// The rule about selectors that never match, and the rules that it watches.
  let selectorUse: CompiledRule?
  let watched: [CompiledRule]
  /// Seconds since 1970, by the clock that the run goes by.
  package let now: Int

  /// Makes the rules of a catalogue ready.
  ///
  /// - Parameters:
  ///   - overrides: what is changed for some files: see ``variant(applying:)``.
  ///   - now: seconds since 1970; what is later is in the future.
  /// - Throws: ``RuleFileError`` for options of the settings that do not fit.
  package init(
    _ catalogue: RuleCatalogue, settings: RuleSettings = RuleSettings(),
    overrides: [RuleSettings] = [], now: Int
  ) throws(RuleFileError) {
    let compiler = try RuleCompiler(catalogue.all, settings: settings, overrides: overrides)
    compiled = compiler.rules
    changes = compiler.changes
    selectors = compiler.selectors.map { SelectorPlan($0) }
    groups = compiler.groups()
    markdownRules = compiler.ordered.filter { $0.checkMarkdown != nil }
    usual = RuleVariant(rules: compiler.usual, groups: groups, markdown: markdownRules)
    // Those that wait for others come after them.
    linkRules = compiled.filter { $0.checkLink != nil }
      .sorted { ($0.passes.count, $0.number) < ($1.passes.count, $1.number) }
    corpusRules = compiler.ordered.compactMap { CorpusRule($0) }
    selectorUse = compiled.first { $0.rule.kind is SelectorUse }
    watched = compiled.filter { !$0.rule.isShipped && !$0.given.isEmpty }
    self.now = now
  }

  /// What is asked of files to which some of the overrides apply, given by their positions in
  /// ascending order: of those that say something of a rule the last counts.
  package func variant(applying overrides: [Int]) -> RuleVariant {
    var rules = usual.rules
    for override in overrides {
      for (number, rule) in changes[override] { rules[number] = rule }
    }
    return RuleVariant(rules: rules, groups: groups, markdown: markdownRules)
  }

  /// The rules that are switched on, sorted by ID, with the severities that the settings give.
  package var rules: [RuleSummary] { compiled.map(\.summary) }

  /// The rule of that ID, if it is switched on: for findings that are made elsewhere.
  package func rule(_ id: RuleID) -> RuleSummary? {
    compiled.first { $0.rule.id == id }?.summary
  }

  /// Whether a rule compares all records, so that its findings are made when their texts are gone.
  package func isOverCorpus(_ id: RuleID) -> Bool {
    corpusRules.contains { $0.rule.rule.id == id }
  }

  /// What the rules of scope `record` find in a record, by place, then rule.
  ///
  /// - Parameter links: the record's links, for the rules that look at links in Markdown.
  /// - Parameter markdown: the record's Markdown texts, for the rules that look at those.
  package func findings(
    in record: Record, links: [LinkOccurrence] = [], markdown: [MarkdownText] = []
  ) -> [Finding] {
    examine(record, links: links, markdown: markdown).findings
  }

  /// What the rules find in a record, and what the rules over the corpus must know of it.
  ///
  /// - Parameter variant: what is asked of the record's file; ``usual`` where it is none.
  package func examine(
    _ record: Record, links: [LinkOccurrence] = [], markdown: [MarkdownText] = [],
    as variant: RuleVariant? = nil
  ) -> RecordExamination {
    let variant = variant ?? usual
    let context = RecordContext(
      record: record, links: links, markdown: markdown, now: now, selectors: selectors)
    var collector = FindingCollector(context: context)
    for group in variant.groups {
      for number in group.given {
        context.visit(selector: number) { Self.ask(group, about: $0, &collector) }
      }
      if !group.links.isEmpty, !links.isEmpty {
        context.visitLinks(group.links) { Self.ask(group, about: $0, &collector) }
      }
    }
    for text in context.markdown {
      Self.ask(variant.markdownRules, about: text, &collector)
    }
    return RecordExamination(
      findings: collector.sorted(), facts: corpusFacts(of: context, as: variant, after: collector))
  }

  private static func ask(
    _ group: RuleGroup, about subject: Subject, _ collector: inout FindingCollector
  ) {
    let isText = subject.isText
    for rule in group.rules where isText || !rule.readsTextOnly {
      guard rule.applies(in: collector.context),
        !collector.isHeldBack(rule, at: subject)
      else { continue }
      rule.check?(subject, collector.context) { collector.add($0, rule, subject) }
    }
  }

  /// Asks the rules about Markdown: all texts, unless a rule picks some.
  private static func ask(
    _ rules: [CompiledRule], about text: MarkdownSubject, _ collector: inout FindingCollector
  ) {
    let context = collector.context
    // What was not read to the end may have what seems to be missing.
    guard text.isWhole else { return }
    for rule in rules {
      guard rule.applies(in: context),
        rule.given.isEmpty || context.picks(text.subject, selectors: rule.given),
        !collector.isHeldBack(rule, at: text.subject)
      else { continue }
      rule.checkMarkdown?(text, context) { collector.add($0, rule, text.subject) }
    }
  }
}

/// What the rules have found in one record.
package struct RecordExamination: Sendable {
  /// By place, then rule.
  package let findings: [Finding]
  /// For ``CorpusState``.
  package let facts: RecordFacts
}
