import Model

/// What the script of the HTML report shows, as JSON in which no `<` stands.
struct PageData {
  private var rules: [[UInt8]] = []
  private var ruleIndices: [RuleID: Int] = [:]
  private var known: [RuleID: RuleSummary] = [:]
  private var numbers = LinkNumbers()
  private var recordCount = 0
  private let records = Spool()
  private let findings = Spool()
  private let links = Spool()
  private var findingCount = 0
  private var linkCount = 0

  mutating func begin(_ header: RunHeader) {
    known = Dictionary(header.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func add(_ report: RecordReport) throws(ReportError) {
    var linkNumbers: [Int: Int] = [:]
    for link in report.links {
      let number = numbers.number(of: link.occurrence.destination)
      linkNumbers[link.occurrence.span.start.offset] = number
    }
    // Only records that something is said of are in the lists.
    guard !report.findings.isEmpty else { return }
    var record = JSONWriter()
    record.array { json in
      json.string(shown(report.key.description, limit: 200))
      json.string(TerminalText.escaped(report.start.file, limit: 1_000))
    }
    try records.append(Self.element(record.bytes, isFirst: recordCount == 0))
    for finding in report.findings {
      let number = finding.rule.pack == "links" ? linkNumbers[finding.span.start.offset] : nil
      let row = row(finding, rule: index(of: finding.rule), link: number)
      try findings.append(Self.element(row, isFirst: findingCount == 0))
      findingCount += 1
    }
    recordCount += 1
  }

  mutating func add(_ report: LinkReport, isTimed: Bool) throws(ReportError) {
    _ = numbers.numberOfReport(report.destination)
    let judgement = report.judgement
    var json = JSONWriter()
    json.object { json in
      json.member("url", TerminalText.escaped(report.destination.shownURL, limit: 1_000))
      json.member("verdict", judgement.verdict.rawValue)
      json.member("cause", TerminalText.escaped(judgement.cause, limit: 100))
      json.member("sentence", shown(judgement.sentence, limit: 500))
      json.member("occurrences", report.occurrences)
      json.member("hops", (judgement.outcome?.hops ?? []).prefix(20)) { json, hop in
        let text = "\(hop.status) \(Redaction.url(hop.url)) → \(Redaction.url(hop.location))"
        json.string(TerminalText.escaped(text, limit: 1_000))
      }
      let evidence = LinkEvidence(judgement: judgement, isTimed: isTimed).lines(isVerbose: true)
      let others = ["redirect", "archived", "repeat"]
      json.member("terms", evidence.filter { !others.contains($0.label) }) { json, line in
        json.array { json in
          json.string(line.label)
          json.string(line.text)
        }
      }
      if let copy = judgement.beside.archived {
        json.member("copy", TerminalText.escaped(Redaction.url(copy.url), limit: 1_000))
        json.member("day", TerminalText.escaped(copy.date, limit: 40))
      }
      json.member("curl", evidence.first { $0.label == "repeat" }?.text)
    }
    try links.append(Self.element(json.bytes, isFirst: linkCount == 0))
    linkCount += 1
  }

  mutating func write(to sink: any ReportSink) throws(ReportError) {
    try sink.write("{\"rules\":[")
    for (index, rule) in rules.enumerated() {
      try sink.write(Self.element(rule, isFirst: index == 0))
    }
    for (name, spool) in [("records", records), ("findings", findings), ("links", links)] {
      try sink.write("],\n\"\(name)\":[")
      try spool.drain { piece throws(ReportError) in try sink.write(piece) }
    }
    try sink.write("]}")
  }

  /// The rule's place among those that were broken.
  private mutating func index(of rule: RuleID) -> Int {
    if let index = ruleIndices[rule] { return index }
    ruleIndices[rule] = rules.count
    var json = JSONWriter()
    json.object { json in
      json.member("id", TerminalText.escaped(rule.description, limit: 200))
      json.member("why", TerminalText.escaped(known[rule]?.why ?? ""))
      json.member("mend", TerminalText.escaped(known[rule]?.mend ?? ""))
    }
    rules.append(json.bytes)
    return rules.count - 1
  }

  /// What the script knows by number: rule, severity, message, record, line, column, field,
  /// excerpt, its mark's start and end, fix, suppression, link.
  private func row(_ finding: Finding, rule: Int, link: Int?) -> [UInt8] {
    let excerpt = finding.excerpt.map { Redaction.excerpt($0, evidence: finding.evidence) }
    var text = ""
    var marked = 0..<0
    if let excerpt {
      let parts = [
        excerpt.scalars[..<excerpt.marked.lowerBound], excerpt.scalars[excerpt.marked],
        excerpt.scalars[excerpt.marked.upperBound...],
      ].map { scalars in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return TerminalText.escaped(String(view))
      }
      text = parts.joined()
      let start = parts[0].unicodeScalars.count
      marked = start..<start + parts[1].unicodeScalars.count
    }
    var json = JSONWriter()
    json.array { json in
      json.literal(String(rule))
      json.literal(String(Severity.allCases.count { $0 > finding.severity }))
      json.string(FindingText.sentence(of: finding, limit: 1_000))
      json.literal(String(recordCount))
      json.literal(String(finding.span.start.line))
      json.literal(String(finding.span.start.column))
      json.string(shown(finding.field.description, limit: 200))
      json.string(text)
      json.literal(String(marked.lowerBound))
      json.literal(String(marked.upperBound))
      let fix = finding.suggestion.map { suggestion in
        let message = Redaction.text(suggestion.message, evidence: finding.evidence)
        return TerminalText.escaped("\(message) (\(suggestion.safety.rawValue))", limit: 300)
      }
      json.string(fix ?? "")
      let suppression = finding.suppression.map { suppression in
        "\(suppression.origin.rawValue): \(shown(suppression.reason, limit: 300))"
      }
      json.string(suppression ?? "")
      json.literal(link.map(String.init) ?? "null")
    }
    return json.bytes
  }

  private func shown(_ text: String, limit: Int) -> String {
    TerminalText.escaped(Redaction.text(text), limit: limit)
  }

  /// An element and what separates it from the one before; `<` stands in strings only, and is
  /// escaped there, so that nothing ends the script.
  private static func element(_ bytes: [UInt8], isFirst: Bool) -> [UInt8] {
    var element: [UInt8] = Array((isFirst ? "\n" : ",\n").utf8)
    for byte in bytes {
      if byte == UInt8(ascii: "<") {
        element.append(contentsOf: #"\u003c"#.utf8)
      } else {
        element.append(byte)
      }
    }
    return element
  }
}
