package import Model
import YAML

/// Gathers what the rules over the corpus must know, record by record in input order: whoever has
/// made the facts, and in what order, the findings are the same.
package struct CorpusState {
  private let engine: RuleEngine
  private var examined = 0
  private var matched: Set<SelectorMatch> = []
  private var records = CorpusRecords()
  /// By position among the engine's corpus rules.
  private var tallies: [any CorpusTally]
  private var faults: [[CorpusFault]]

  /// The most findings of one rule: whoever reads them has understood.
  static let most = 10_000

  /// - Parameter readsAgain: whether texts of earlier records may be read again from their files;
  ///   else they are kept, up to a bound.
  package init(of engine: RuleEngine, readsAgain: Bool = false) {
    self.engine = engine
    tallies = engine.corpusRules.map { $0.tally(readsAgain: readsAgain) }
    faults = Array(repeating: [], count: tallies.count)
  }

  /// Adds the next record of the input.
  package mutating func add(_ facts: RecordFacts) {
    examined += 1
    matched.formUnion(facts.matched)
    guard !tallies.isEmpty else { return }
    records.add(facts.record)
    for fact in facts.facts {
      let entry = CorpusEntry(
        note: fact.note, place: place(of: fact, in: facts.record), source: fact.source,
        document: facts.record.document)
      guard let fault = tallies[fact.rule].add(entry, in: records),
        faults[fact.rule].count < Self.most
      else { continue }
      faults[fact.rule].append(fault)
    }
  }

  private mutating func place(of fact: CorpusFact, in record: CorpusRecord) -> CorpusPlace {
    let width = record.document.bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[fact.range]).codePoints
    }
    return CorpusPlace(
      record: UInt32(truncatingIfNeeded: record.ordinal), field: records.number(of: fact.field),
      offset: UInt32(truncatingIfNeeded: fact.range.lowerBound),
      line: UInt32(clamping: fact.line), column: UInt32(clamping: fact.column),
      columnInUTF8: UInt32(clamping: fact.columnInUTF8), length: UInt32(clamping: fact.range.count),
      width: UInt32(clamping: width))
  }

  /// What only the whole corpus shows: in input order, then by place and rule; then what is about
  /// rule files.
  package consuming func finish() -> [CorpusFinding] {
    var found: [(place: CorpusPlace, rule: Int, finding: CorpusFinding)] = []
    var fired: Set<CorpusFiring> = []
    for position in tallies.indices {
      let rule = engine.corpusRules[position].rule
      let all = (faults[position] + tallies[position].finish()).filter { fault in
        !rule.passes.contains { fired.contains(CorpusFiring(rule: $0, place: fault.place)) }
      }
      let sorted = all.sorted {
        ($0.place.record, $0.place.offset) < ($1.place.record, $1.place.offset)
      }
      for (count, fault) in sorted.prefix(Self.most).enumerated() {
        fired.insert(CorpusFiring(rule: rule.number, place: fault.place))
        found.append(
          (fault.place, rule.number, finding(of: fault, rule, isLast: count + 1 == Self.most)))
      }
    }
    // The order of equals stays.
    let order = found.indices.sorted { left, right in
      let (first, second) = (found[left], found[right])
      return (first.place.record, first.place.offset, first.rule, left)
        < (second.place.record, second.place.offset, second.rule, right)
    }
    return order.map { found[$0].finding } + neverMatched()
  }

  private func finding(
    of fault: CorpusFault, _ rule: CompiledRule, isLast: Bool
  ) -> CorpusFinding {
    let field = records.field(of: fault.place)
    var message = rule.rule.message.filled { name in
      if let given = fault.values.first(where: { $0.name == name }) { return given.value }
      return switch name {
      case "field": FaultSite.name(of: field)
      case "name": field.tokens.last.map { String(decoding: $0, as: UTF8.self) } ?? "the record"
      case "value": fault.evidence
      case "other": fault.other.map { records.name(of: $0, seenFrom: fault.place) }
      default: nil
      }
    }
    if isLast { message += " Further ones in other records, if any, are not listed." }
    let related = fault.other.map { other in
      let name = FaultSite.name(of: records.field(of: other))
      return RelatedLocation(
        message: "\(name) of '\(Printable.text(records.key(of: other).description))'",
        span: records.span(of: other))
    }
    return CorpusFinding(
      ordinal: Int(fault.place.record),
      finding: Finding(
        rule: rule.rule.id, severity: rule.severity, message: message,
        record: records.key(of: fault.place), field: field, span: records.span(of: fault.place),
        related: related.map { [$0] } ?? [], evidence: fault.evidence))
  }

  private func neverMatched() -> [CorpusFinding] {
    guard let rule = engine.selectorUse, examined > 0 else { return [] }
    var findings: [CorpusFinding] = []
    for (position, other) in engine.watched.enumerated() {
      for (place, selector) in other.rule.given.enumerated()
      where !matched.contains(SelectorMatch(rule: position, selector: place)) {
        guard let mark = other.rule.givenMarks[place] else { continue }
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

/// That a rule has fired at a place.
private struct CorpusFiring: Hashable {
  let rule: Int
  let record: UInt32
  let offset: UInt32

  init(rule: Int, place: CorpusPlace) {
    self.rule = rule
    record = place.record
    offset = place.offset
  }
}

/// A finding that only the whole corpus shows.
package struct CorpusFinding: Sendable {
  /// Of the record in the input; none for a finding about a rule file.
  package let ordinal: Int?
  package let finding: Finding
}
