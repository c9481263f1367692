import Model
import Testing

@testable import Suppressions

@Suite struct SuppressorTests {
  private let location = Model.SourceLocation(
    file: "stet.yml", line: 3, column: 5, columnInUTF8: 5, offset: 30)

  private func finding(_ rule: String, evidence: String = "") -> Finding {
    let place = Model.SourceLocation(file: "a.json", line: 1, column: 1, columnInUTF8: 1, offset: 0)
    return Finding(
      rule: RuleID(rule), severity: .error, message: "", record: RecordKey("a"),
      field: FieldPath("/x"), span: SourceSpan(start: place, end: place), evidence: evidence)
  }

  private func rules(asked: [(String, RuleScope)]) -> SuppressionRules {
    func summary(_ id: RuleID, _ scope: RuleScope) -> RuleSummary {
      RuleSummary(id: id, summary: "", severity: .warning, scope: scope, why: "", mend: "")
    }
    let asked = asked.map { summary(RuleID($0.0), $0.1) }
    let own = SuppressionRule.allCases.map { summary($0.id, .record) }
    return SuppressionRules(
      known: (asked + own).map(\.id) + [RuleID("links/dead"), RuleID("dates/off")],
      asked: asked + own, enabled: asked + own)
  }

  private func entry(
    _ rule: String, file: String? = nil, record: String? = nil, href: String? = nil,
    until: IgnoreEntry.Day? = nil
  ) -> IgnoreEntry {
    IgnoreEntry(
      rule: rule, file: file, folder: "/", record: record, href: href, reason: "agreed",
      until: until,
      location: location)
  }

  private func run(
    _ entries: [IgnoreEntry], _ findings: [Finding], isWhole: Bool = true
  ) -> (marked: [Bool], complaints: [Finding]) {
    var suppressor = Suppressor(
      rules: rules(asked: [("shape/a", .record), ("shape/b", .record), ("record/symlink", .record)]
      ),
      entries: entries, now: 1_000_000)
    var findings = findings
    suppressor.judge(
      &findings, by: RecordAllowances(), of: RecordKey("a"), in: "a.json", links: [])
    return (findings.map { $0.suppression != nil }, suppressor.finish(isWhole: isWhole))
  }

  @Test func `an entry excuses what fits all that it names`() {
    let findings = [finding("shape/a"), finding("shape/b", evidence: "https://a.example/x")]
    #expect(run([entry("shape/a")], findings).marked == [true, false])
    #expect(run([entry("shape/*")], findings).marked == [true, true])
    #expect(run([entry("shape/*", file: "b.json")], findings).marked == [false, false])
    #expect(run([entry("shape/*", record: "b")], findings).marked == [false, false])
    #expect(
      run([entry("shape/*", href: "https://a.example/*")], findings).marked == [false, true])
  }

  @Test func `the reader's findings are excused by the configuration`() {
    #expect(run([entry("record/*")], [finding("record/symlink")]).marked == [true])
  }

  @Test func `an entry without use is told at its place`() throws {
    let complaint = try #require(run([entry("shape/a")], []).complaints.first)
    #expect(complaint.rule == RuleID("rules/unused-suppression"))
    #expect(complaint.span.start == location)
  }

  @Test func `an entry is not without use where its rule was not asked`() {
    #expect(run([entry("links/dead"), entry("dates/off")], []).complaints.isEmpty)
  }

  @Test func `a run over single records says nothing of use`() {
    #expect(run([entry("shape/a")], [], isWhole: false).complaints.isEmpty)
  }

  @Test func `an entry past its day excuses nothing and is told`() {
    let day = IgnoreEntry.Day(year: 1970, month: 1, day: 2, end: 172_800)
    let result = run([entry("shape/a", until: day)], [finding("shape/a")])
    #expect(result.marked == [false])
    #expect(result.complaints.map(\.rule) == [RuleID("rules/expired-suppression")])
    #expect(result.complaints.first?.message.contains("1970-01-02") == true)
  }

  @Test func `an entry for a rule that is none is told with the rule that was meant`() {
    let complaints = run([entry("shape/aa")], []).complaints
    #expect(complaints.first?.message.contains("Did you mean 'shape/a'?") == true)
  }
}
