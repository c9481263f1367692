package import Model
import YAML

/// Gathers what the rules over the corpus must know, record by record in input order.
package struct CorpusState {
  private let engine: RuleEngine
  private var examined = 0
  private var matched: Set<SelectorMatch> = []
  /// By rule, then by form in order of appearance.
  private var counts: [[Form]]

  /// The most places of one form that are kept: any of the forms may turn out to be the odd one.
  static let most = 10_000

  private struct Form {
    let name: String
    var count = 0
    var facts: [CorpusFact] = []
  }

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
      let known = counts[rule].firstIndex { $0.name == fact.form }
      let position = known ?? counts[rule].count
      if known == nil { counts[rule].append(Form(name: fact.form)) }
      counts[rule][position].count += 1
      if counts[rule][position].facts.count < Self.most {
        counts[rule][position].facts.append(fact)
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

  /// The values whose form is not the most frequent one, at most 10,000 of each; of equals the
  /// first stays.
  private static func minorities(
    of counts: [Form], _ rule: CompiledRule
  ) -> [CorpusFinding] {
    guard var usual = counts.first else { return [] }
    for other in counts where other.count > usual.count { usual = other }
    let total = counts.reduce(0) { $0 + $1.count }
    let odd = counts.filter { $0.name != usual.name }.flatMap(\.facts)
      .sorted { ($0.ordinal, $0.offset) < ($1.ordinal, $1.offset) }
    return odd.map { fact in
      let values = [
        "form": fact.form, "usual": usual.name, "count": "\(usual.count)",
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
