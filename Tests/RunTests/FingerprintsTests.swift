import Model
import Testing

@testable import Run

@Suite struct FingerprintsTests {
  private func finding(
    line: Int = 1, rule: String = "shape/not-nfc", evidence: String = "x", message: String = "m"
  ) -> Finding {
    let place = SourceLocation(file: "a.json", line: line, column: 1, columnInUTF8: 1, offset: line)
    return Finding(
      rule: RuleID(rule), severity: .warning, message: message, record: RecordKey("a"),
      field: FieldPath("/title"), span: SourceSpan(start: place, end: place), evidence: evidence)
  }

  private func prints(_ findings: [Finding]) -> [String] {
    var fingerprints = Fingerprints()
    var findings = findings
    fingerprints.assign(to: &findings)
    return findings.map(\.fingerprint)
  }

  @Test func `place, message and white space do not count`() {
    let first = prints([finding()])
    #expect(first == prints([finding(line: 99, message: "other words")]))
    #expect(prints([finding(evidence: "a  b")]) == prints([finding(evidence: " a\n b ")]))
    #expect(first.first?.utf8.count == 64)
  }

  @Test func `rule and evidence count`() {
    let first = prints([finding()])
    #expect(first != prints([finding(rule: "shape/mojibake")]))
    #expect(first != prints([finding(evidence: "y")]))
  }

  @Test func `equals are told apart, and the first keeps its own`() {
    let three = prints([finding(), finding(line: 2), finding(line: 3)])
    #expect(Set(three).count == 3)
    #expect(three[0] == prints([finding()])[0])
    #expect(three[1] == prints([finding(), finding(line: 7)])[1])
  }
}
