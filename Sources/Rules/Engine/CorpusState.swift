package import Model

/// Gathers what the rules over the corpus must know, record by record in input order.
package struct CorpusState {
  private let engine: RuleEngine
  private var examined = 0
  private var matched: Set<SelectorMatch> = []
  /// By rule, then by form in order of appearance.
  private var counts: [[(form: String, facts: [CorpusFact])]]

  package init(of engine: RuleEngine) {
    self.engine = engine
    counts = Array(repeating: [], count: engine.corpusRules.count)
  }

  /// Adds the next record of the input.
  package mutating func add(_ facts: RecordFacts) {
    examined += facts.examined
    matched.formUnion(facts.matched)
    for fact in facts.forms {
      let rule = Int(fact.rule)
      if let position = counts[rule].firstIndex(where: { $0.form == fact.form }) {
        counts[rule][position].facts.append(fact)
      } else {
        counts[rule].append((fact.form, [fact]))
      }
    }
  }

  /// What only the whole corpus shows: by rule, then in input order.
  package consuming func finish() -> [CorpusFinding] {
    var findings: [CorpusFinding] = []
    for (position, (rule, _)) in engine.corpusRules.enumerated() {
      findings += Self.minorities(of: counts[position], rule)
    }
    return findings + neverMatched()
  }

  /// The values whose form is not the most frequent one; of equals the first stays.
  private static func minorities(
    of counts: [(form: String, facts: [CorpusFact])], _ rule: CompiledRule
  ) -> [CorpusFinding] {
    guard var usual = counts.first else { return [] }
    for other in counts where other.facts.count > usual.facts.count { usual = other }
    let total = counts.reduce(0) { $0 + $1.facts.count }
    let odd = counts.filter { $0.form != usual.form }.flatMap(\.facts)
      .sorted { ($0.ordinal, $0.offset) < ($1.ordinal, $1.offset) }
    return odd.map { fact in
      let values = [
        "form": fact.form, "usual": usual.form, "count": "\(usual.facts.count)",
        "total": "\(total)", "field": FaultSite.name(of: fact.field),
        "name": FaultSite.name(of: fact.field), "value": fact.form,
      ]
      return CorpusFinding(
        ordinal: fact.ordinal,
        finding: Finding(
          rule: rule.rule.id, severity: rule.severity,
          message: rule.rule.message.filled { values[$0] }, record: fact.record,
          field: fact.field, span: fact.span, evidence: fact.form))
    }
  }

  private func neverMatched() -> [CorpusFinding] {
    guard let rule = engine.selectorUse, examined > 0 else { return [] }
    var findings: [CorpusFinding] = []
    for (position, other) in engine.watched.enumerated() {
      for (place, selector) in other.rule.given.enumerated()
      where !matched.contains(SelectorMatch(rule: position, selector: place)) {
        let mark = other.rule.givenMarks[place]
        let location = SourceLocation(
          file: other.rule.file, line: mark.line, column: mark.column,
          columnInUTF8: mark.column, offset: 0)
        let values = ["value": selector.description, "rule": other.rule.id.description]
        findings.append(
          CorpusFinding(
            ordinal: nil,
            finding: Finding(
              rule: rule.rule.id, severity: rule.severity,
              message: rule.rule.message.filled { values[$0] },
              record: RecordKey(other.rule.id.description), field: .root,
              span: SourceSpan(start: location, end: location), evidence: selector.description)))
      }
    }
    return findings
  }
}

/// A finding that only the whole corpus shows.
package struct CorpusFinding: Sendable {
  /// Of the record in the input; none for a finding about a rule file.
  package let ordinal: Int?
  package let finding: Finding
}
