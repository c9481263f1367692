import Model
import Testing

@testable import Suppressions

@Suite struct BaselineTests {
  private func finding(_ rule: String, record: String, field: String) -> Finding {
    let place = Model.SourceLocation(file: "a.json", line: 1, column: 1, columnInUTF8: 1, offset: 0)
    return Finding(
      rule: RuleID(rule), severity: .error, message: "", record: RecordKey(record),
      field: FieldPath(field), span: SourceSpan(start: place, end: place))
  }

  private var baseline: Baseline {
    Baseline([
      (finding("b/c", record: "z", field: "/topics/3"), "f1"),
      (finding("a/b", record: "a\"\u{1}", field: "/x"), "f2"),
      (finding("b/c", record: "z", field: "/topics/7"), "f1"),
    ])
  }

  @Test func `lines are sorted, equals are counted, indices are left out`() {
    #expect(
      String(decoding: baseline.text, as: UTF8.self) == #"""
        {"baseline":1}
        {"record":"a\"\u0001","field":"/x","rule":"a/b","count":1,"fingerprint":"f2"}
        {"record":"z","field":"/topics/*","rule":"b/c","count":2,"fingerprint":"f1"}

        """#)
  }

  @Test func `as many equals are marked as the baseline counts`() {
    var use = BaselineUse(baseline)
    var findings = (0..<3).map { finding("b/c", record: "z", field: "/topics/\($0)") }
    use.mark(&findings, fingerprints: ["f1", "f1", "f1"])
    #expect(findings.map { $0.suppression?.origin == .baseline } == [true, true, false])
  }

  @Test func `lines that a merge has doubled count once`() {
    var use = BaselineUse(Baseline(entries: baseline.entries + baseline.entries))
    var findings = (0..<3).map { finding("b/c", record: "z", field: "/topics/\($0)") }
    use.mark(&findings, fingerprints: ["f1", "f1", "f1"])
    #expect(findings.filter { $0.suppression != nil }.count == 2)
  }

  @Test func `what is mended is pruned, what was not asked stays`() {
    let summary = RuleSummary(
      id: RuleID("b/c"), summary: "", severity: .error, scope: .record, why: "", mend: "")
    let rules = SuppressionRules(
      known: [RuleID("a/b"), RuleID("b/c")], asked: [summary], enabled: [summary])
    var use = BaselineUse(baseline)
    var findings = [finding("b/c", record: "z", field: "/topics/0")]
    use.mark(&findings, fingerprints: ["f1"])
    let counts = use.pruned(rules).entries.map { "\($0.rule) \($0.count)" }.sorted()
    #expect(counts == ["a/b 1", "b/c 1"])
  }
}
