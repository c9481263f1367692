import Model
import Records
import Testing

@testable import Run

@Suite struct FingerprintsTests {
  private func finding(_ field: String, _ evidence: String, line: Int = 1) -> Finding {
    let place = Model.SourceLocation(
      file: "a.json", line: line, column: 1, columnInUTF8: 1, offset: line * 10)
    return Finding(
      rule: RuleID("a/b"), severity: .error, message: "line \(line)", record: RecordKey("a"),
      field: FieldPath(field), span: SourceSpan(start: place, end: place), evidence: evidence)
  }

  private func fingerprints(_ findings: [Finding], of identity: String = "a") -> [String] {
    var findings = findings
    var fingerprints = Fingerprints()
    _ = fingerprints.assign(to: &findings, of: identity)
    return findings.map(\.fingerprint)
  }

  @Test func `place and message do not count, rule, record, field and evidence do`() {
    let one = fingerprints([finding("/x", "v")])
    #expect(one.first?.utf8.count == 64)
    #expect(fingerprints([finding("/x", "a  b")]) == fingerprints([finding("/x", " a\n b ")]))
    #expect(fingerprints([finding("/x", " v\n", line: 7)]) == one)
    #expect(fingerprints([finding("/y", "v")]) != one)
    #expect(fingerprints([finding("/x", "w")]) != one)
    #expect(fingerprints([finding("/x", "v")], of: "b") != one)
  }

  @Test func `an element keeps its fingerprint when others come and go`() {
    #expect(fingerprints([finding("/topics/3", "v")]) == fingerprints([finding("/topics/0", "v")]))
  }

  @Test func `equals are told apart, and the rest of them stays when one goes`() {
    let three = fingerprints([finding("/x", "v"), finding("/x", "v"), finding("/x", "v")])
    let two = fingerprints([finding("/x", "v"), finding("/y", "u"), finding("/x", "v")])
    #expect(Set(three).count == 3)
    #expect(three[0] == fingerprints([finding("/x", "v", line: 9)])[0])
    #expect(Set(two).isSuperset(of: three.prefix(2)))
  }

  @Test func `equals in records of one name are told apart, whichever come between`() {
    var fingerprints = Fingerprints()
    var seen: [String] = []
    for (identity, isShared) in [("a", true), ("b", false), ("a", true), ("c", false)] {
      var findings = [finding("/x", "v"), finding("/x", "v")]
      let firsts = fingerprints.assign(to: &findings, of: identity, isShared: isShared)
      #expect(Set(firsts).count == 1)
      seen += findings.map(\.fingerprint)
    }
    #expect(Set(seen).count == 8)
  }

  @Test(arguments: [
    (#"{"title": "T", "slug": "s"}"#, "s"),
    (#"{"title": "T", "url": "https://a.example/"}"#, "url=https://a.example/"),
    (#"{"title": "T"}"#, "title=T"),
    (#"{"lang": "en"}"#, "file=a.json"),
  ])
  func `a record is known by its names and not by its place`(text: String, identity: String) throws
  {
    let read = RecordReader.reading(of: Array("\n\n\(text)".utf8), named: "folder/a.json")
    #expect(RecordIdentity().identity(of: try #require(read.record)) == identity)
  }
}
