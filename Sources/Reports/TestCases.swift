import Model

/// Turns a record into testcases: one for each pack, one for each link.
struct TestCases {
  private let failOn: Severity
  private let rules: [RuleID: RuleSummary]
  private let packs: [String]
  private let notRun: [String: String]
  private let isTimed: Bool
  private let text: FindingText
  private let granularity: JUnitOptions.Granularity
  private let warnings: JUnitOptions.Warnings

  /// The most findings that a testcase tells in full; the rest are counted.
  private static let findingLimit = 50

  init(
    _ header: RunHeader, _ granularity: JUnitOptions.Granularity = .group,
    warnings: JUnitOptions.Warnings = .pass
  ) {
    self.granularity = granularity
    self.warnings = warnings
    failOn = header.failOn
    rules = Dictionary(header.rules.map { ($0.id, $0) }) { first, _ in first }
    notRun = Dictionary(header.packsNotRun.map { ($0.pack, $0.reason) }) { first, _ in first }
    let all = ["record"] + header.packsRun + header.packsNotRun.map(\.pack)
    packs = all.filter { $0 != "links" }
    isTimed = header.startedAt != nil
    text = FindingText(
      palette: Palette(isColored: false), width: nil, isVerbose: true, isTimed: isTimed)
  }

  /// The testcases of a record: its packs by name, then its links by place.
  func cases(of report: RecordReport) -> [TestCase] {
    let key = TerminalText.escaped(Redaction.text(report.key.description), limit: 200)
    let links = LinksOfRecord(report)
    guard report.isReadable else { return [unreadable(report, key: key)] }
    if granularity == .record { return [whole(report, key: key)] }
    var findings: [String: [Finding]] = [:]
    for finding in links.otherFindings { findings[finding.rule.pack, default: []].append(finding) }
    let packs = Set(packs).union(findings.keys).sorted()
    return packs.flatMap { pack in
      let found = findings[pack] ?? []
      if granularity == .finding, !found.isEmpty { return found.map { single($0, key: key) } }
      var testcase = TestCase(
        name: "[\(key)] \(TerminalText.escaped(pack, limit: 100))",
        line: found.first?.span.start.line ?? report.start.line)
      if let reason = notRun[pack] {
        testcase.state = .skipped(message: "not run: \(TerminalText.escaped(reason, limit: 200))")
      }
      judge(&testcase, by: found)
      return [testcase]
    } + links.links.map { self.testcase(of: $0, key: key) }
  }

  /// The testcase of a record with its links.
  private func whole(_ report: RecordReport, key: String) -> TestCase {
    var testcase = TestCase(name: "[\(key)]", line: report.start.line)
    judge(&testcase, by: report.findings)
    return testcase
  }

  private func single(_ finding: Finding, key: String) -> TestCase {
    let field = TerminalText.escaped(Redaction.text(finding.field.description), limit: 200)
    let rule = TerminalText.escaped(finding.rule.description, limit: 200)
    var testcase = TestCase(
      name: "[\(key)] \(rule)\(field.isEmpty ? "" : " \(field)")", line: finding.span.start.line)
    judge(&testcase, by: [finding])
    return testcase
  }

  private func unreadable(_ report: RecordReport, key: String) -> TestCase {
    var testcase = TestCase(name: "[\(key)] record", line: report.start.line)
    testcase.state = .skipped(message: "the record cannot be read")
    judge(&testcase, by: report.findings)
    if case .failure(let fault) = testcase.state {
      testcase.state = .error(
        TestCase.Fault(type: "parse", message: fault.message, text: fault.text))
    }
    return testcase
  }

  private func testcase(of link: LinkOfRecord, key: String) -> TestCase {
    let judgement = link.first.judgement
    let occurrence = link.first.occurrence
    let url = TerminalText.escaped(occurrence.destination.shownURL, limit: 500)
    var testcase = TestCase(name: "[\(key)] link \(url)", line: occurrence.span.start.line)
    testcase.verdict = judgement.verdict
    if isTimed, case .fresh = judgement.provenance {
      testcase.milliseconds = judgement.outcome?.exchange?.timings.total.milliseconds ?? 0
    }
    let sentence = TerminalText.escaped(Redaction.text(judgement.sentence))
    switch judgement.verdict {
    case .alive: break
    case .moved, .dead:
      if link.findings.isEmpty {
        testcase.output.append("\(judgement.verdict.rawValue): \(sentence)")
      }
    case .doubtful: testcase.state = .skipped(message: "could not check: \(sentence)")
    case .unchecked: testcase.state = .skipped(message: sentence)
    }
    judge(&testcase, by: link.findings, judgement: judgement)
    if judgement.verdict == .doubtful, case .failure(let fault) = testcase.state {
      testcase.state = .error(fault)
    }
    return testcase
  }

  /// Findings that fail the run make it red, suppressed ones skip it, the others are told.
  private func judge(
    _ testcase: inout TestCase, by findings: [Finding], judgement: Judgement? = nil
  ) {
    let open = findings.filter { $0.suppression == nil }
    let failing = open.filter { $0.severity >= failOn }
    let told = open.filter { $0.severity < failOn }
    let warned = warnings == .pass ? [] : told.filter { $0.severity >= .warning }
    if let fault = fault(failing, judgement) {
      testcase.state = .failure(fault)
    } else if warnings == .failure, let fault = fault(warned, judgement) {
      testcase.state = .failure(fault)
    } else if case .passed = testcase.state, let first = warned.first {
      testcase.state = .skipped(
        message: "does not fail the run: \(FindingText.message(of: first, limit: 900))")
    } else if case .passed = testcase.state,
      let suppressed = findings.first(where: { $0.suppression != nil }),
      let suppression = suppressed.suppression
    {
      let reason = TerminalText.escaped(Redaction.text(suppression.reason), limit: 300)
      testcase.state = .skipped(
        message: "suppressed by \(suppression.origin.rawValue): \(reason); "
          + FindingText.message(of: suppressed, limit: 600))
    }
    testcase.output += told.prefix(Self.findingLimit).map { line(of: $0) }
    if told.count > Self.findingLimit {
      testcase.output.append("\(told.count - Self.findingLimit) findings omitted")
    }
  }

  /// None without findings.
  private func fault(_ findings: [Finding], _ judgement: Judgement?) -> TestCase.Fault? {
    guard let first = findings.first else { return nil }
    let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
    return TestCase.Fault(
      type: TerminalText.escaped(first.rule.description, limit: 200),
      message: FindingText.message(of: first, limit: 900) + more,
      text: body(of: findings, judgement: judgement))
  }

  private func body(of findings: [Finding], judgement: Judgement?) -> String {
    var blocks = findings.prefix(Self.findingLimit).map { finding in
      var lines = [
        "\(FindingText.place(finding.span.start)): \(finding.severity.rawValue) \(finding.rule)"
      ]
      lines += text.body(of: finding, link: judgement)
      if let rule = rules[finding.rule] {
        if !rule.why.isEmpty { lines.append("why: \(TerminalText.escaped(rule.why))") }
        if !rule.mend.isEmpty { lines.append("help: \(TerminalText.escaped(rule.mend))") }
      }
      return lines.joined(separator: "\n")
    }
    if findings.count > blocks.count {
      blocks.append("\(findings.count - blocks.count) findings omitted")
    }
    return blocks.joined(separator: "\n\n")
  }

  private func line(of finding: Finding) -> String {
    "\(FindingText.place(finding.span.start)): \(finding.severity.rawValue) "
      + FindingText.message(of: finding, limit: 1_000)
  }
}
