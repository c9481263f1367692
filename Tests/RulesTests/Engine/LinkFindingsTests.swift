import Model
import Testing

@testable import Rules

@Suite struct LinkFindingsTests {
  private static let text = #"""
    {"slug": "a", "body_md": "An \"old\" [page](https://a.example/x_(y)?b=1#top) and [it](/b\\_c)"}
    """#

  /// A judged link at the first place of a piece of source.
  private func link(
    _ href: String, at source: String, _ judgement: Judgement, role: LinkRole = .body
  ) throws -> (JudgedLink, Document) {
    let document = try #require(TestRecord.document(Array(Self.text.utf8)))
    let range = try #require(Self.text.firstRange(of: source))
    let start = Self.text.utf8.distance(from: Self.text.startIndex, to: range.lowerBound)
    let occurrence = LinkOccurrence(
      href: Href(href), role: role, field: FieldPath("/body_md"),
      span: document.span(of: start..<start + source.utf8.count), bodyPosition: nil,
      destination: .target(Target(url: href, identity: href), fragment: nil))
    return (JudgedLink(occurrence: occurrence, judgement: judgement), document)
  }

  private static let moved = Judgement(
    verdict: .moved, cause: "moved", sentence: "", movedTo: #"https://b.example/"(z)"#)

  @Test func `a moved link gets its new address, fragment and escapes`() throws {
    let href = "https://a.example/x_(y)?b=1#top"
    let (link, document) = try link(href, at: href, Self.moved)
    let findings = try RuleEngineTests.engine()
      .findings(for: link, in: RecordKey("a"), document: document)
    #expect(findings.map(\.rule.description) == ["links/moved"])
    let edit = try #require(findings.first?.suggestion?.edits.first)
    #expect(edit.replacement == #"https://b.example/\"%28z%29#top"#)
    #expect(edit.span == link.occurrence.span)
  }

  @Test func `a place that is not the address itself is not edited`() throws {
    let (link, document) = try link("/b_c", at: #"/b\\_c"#, Self.moved)
    let findings = try RuleEngineTests.engine()
      .findings(for: link, in: RecordKey("a"), document: document)
    #expect(findings.count == 1)
    #expect(findings.first?.suggestion == nil)
  }

  static let verdicts: [(verdict: Verdict, cause: String, rules: [String])] = [
    (.alive, "ok", []),
    (.dead, "not-found", ["links/dead"]),
    (.dead, "redirect-loop", ["links/loop"]),
    (.dead, "fragment-missing", ["links/missing-fragment"]),
    (.doubtful, "bot-wall", ["links/doubtful"]),
    (.unchecked, "offline", []),
  ]

  @Test(arguments: verdicts) func `a verdict gives one finding`(
    verdict: Verdict, cause: String, rules: [String]
  ) throws {
    let (link, _) = try link(
      "https://a.example", at: "https://a.example",
      Judgement(verdict: verdict, cause: cause, sentence: "So it is."))
    let findings = try RuleEngineTests.engine().findings(for: link, in: RecordKey("a"))
    #expect(findings.map(\.rule.description) == rules)
  }

  @Test func `a moved page behind a downgrade is told once and not offered`() throws {
    let hop = Hop(url: "https://a.example/", status: 301, location: "http://b.example/")
    let outcome = Outcome(event: .answered(Answer(status: 200)), hops: [hop])
    let (link, _) = try link(
      "https://a.example", at: "https://a.example",
      Judgement(
        verdict: .moved, cause: "moved", sentence: "", movedTo: "http://b.example/",
        outcome: outcome))
    let findings = try RuleEngineTests.engine().findings(for: link, in: RecordKey("a"))
    #expect(findings.map(\.rule.description) == ["links/downgrade"])
    #expect(findings.first?.suggestion == nil)
  }
}
