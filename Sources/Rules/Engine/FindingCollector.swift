import Model

/// Makes findings of faults, and knows which rules have fired where.
struct FindingCollector {
  let context: RecordContext
  private var findings: [(finding: Finding, start: Int)] = []
  private var fired: Set<Firing> = []
  /// Where rules have found something inside a text: bytes of the document.
  private var passages: [(rule: Int, range: Range<Int>)] = []
  private var counts: [Int: Int] = [:]

  /// The most findings of one rule in one record: whoever reads them has understood.
  static let most = 100

  private struct Firing: Hashable {
    let rule: Int
    let place: Int
  }

  init(context: RecordContext) {
    self.context = context
  }

  /// Whether one of the rules that a rule waits for has fired at the subject, or at a value that the
  /// rule compares it with.
  func isHeldBack(_ rule: CompiledRule, at subject: Subject) -> Bool {
    guard !rule.passes.isEmpty, !fired.isEmpty else { return false }
    if hasFired(rule.passes, at: subject.identity) { return true }
    var isHeldBack = false
    for selector in rule.related where !isHeldBack {
      context.visit(selector: selector) {
        if hasFired(rule.passes, at: $0.identity) { isHeldBack = true }
      }
    }
    return isHeldBack
  }

  private func hasFired(_ rules: [Int], at place: Int) -> Bool {
    guard !rules.isEmpty, !fired.isEmpty else { return false }
    return rules.contains { fired.contains(Firing(rule: $0, place: place)) }
  }

  /// By place, then rule.
  func sorted() -> [Finding] {
    guard findings.count > 1 else { return findings.map(\.finding) }
    return findings.enumerated().sorted { left, right in
      let (leftRule, rightRule) = (left.element.finding.rule, right.element.finding.rule)
      return (left.element.start, leftRule, left.offset)
        < (right.element.start, rightRule, right.offset)
    }.map(\.element.finding)
  }

  mutating func add(_ fault: Fault, _ rule: CompiledRule, _ subject: Subject) {
    if let place = fault.place(of: subject) {
      guard !hasFired(rule.passes, at: place) else { return }
      fired.insert(Firing(rule: rule.number, place: place))
    }
    let count = counts[rule.number, default: 0] + 1
    guard count <= Self.most else { return }
    let site = FaultSite(fault, of: subject)
    if subject.value == nil, isKnown(rule, site) { return }
    counts[rule.number] = count
    guard !hasFired(rule.passes, in: site, fault) else { return }
    note(rule, site, fault, subject)
    let document = context.record.document
    let text = site.text
    var message = rule.rule.message.filled { name in
      if let given = fault.values.first(where: { $0.name == name }) {
        return Redaction.withoutCredentials(given.value)
      }
      return switch name {
      case "field": site.fieldName
      case "name": site.lastName
      case "value": text
      default: nil
      }
    }
    if count == Self.most { message += " Further ones in this record, if any, are not listed." }
    let related = fault.related + rule.related.flatMap { values(ofSelector: $0, but: subject) }
    let finding = Finding(
      rule: rule.rule.id, severity: severity(of: rule, at: subject), message: message,
      record: context.record.key, field: site.field, span: document.span(of: site.range),
      excerpt: Redaction.excerpt(of: site.range, in: document),
      related: related.map {
        RelatedLocation(message: FaultSite.name(of: $0.path), span: $0.span)
      },
      suggestion: rule.rule.fix.flatMap { safety in
        fault.repair?.suggestion(safety, for: subject)
      },
      evidence: Self.shortened(fault.evidence ?? site.evidence))
    findings.append((finding, site.range.lowerBound))
  }

  /// Whether one of the rules has fired at a passage, or at one that overlaps it.
  private func hasFired(_ rules: [Int], in site: FaultSite, _ fault: Fault) -> Bool {
    guard !rules.isEmpty, case .passage = fault.site else { return false }
    return passages.contains { rules.contains($0.rule) && $0.range.overlaps(site.range) }
  }

  /// Remembers where rules about Markdown and about links in it have fired.
  private mutating func note(
    _ rule: CompiledRule, _ site: FaultSite, _ fault: Fault, _ subject: Subject
  ) {
    if case .link = subject.place {
      passages.append((rule.number, subject.sourceRange))
    } else if case .passage = fault.site {
      passages.append((rule.number, site.range))
    }
  }

  /// Whether the rule has a finding there: a reference definition may serve many links.
  private func isKnown(_ rule: CompiledRule, _ site: FaultSite) -> Bool {
    findings.contains { $0.finding.rule == rule.rule.id && $0.start == site.range.lowerBound }
  }

  private func values(ofSelector number: Int, but subject: Subject) -> [Value] {
    var values: [Value] = []
    context.visit(selector: number) { other in
      if other.identity != subject.identity, let value = other.value { values.append(value) }
    }
    return values
  }

  private func severity(of rule: CompiledRule, at subject: Subject) -> Severity {
    for (selector, severity) in rule.severityAt {
      var isPicked = false
      context.visit(selector: selector) { if $0.identity == subject.identity { isPicked = true } }
      if isPicked { return severity }
    }
    return rule.severity
  }

  /// At most 200 bytes, cut between characters.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > 200 else { return text }
    var bytes = Array(text.utf8.prefix(200))
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
