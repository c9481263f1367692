import Model
import Testing

@testable import Rules

@Suite struct CorpusStateTests {
  private func findings(_ texts: [String], _ catalogue: RuleCatalogue) throws -> [Finding] {
    let engine = try RuleEngine(catalogue, now: RuleExamples.now)
    var state = CorpusState(of: engine)
    for (ordinal, text) in texts.enumerated() {
      let document = try #require(TestRecord.document(Array(text.utf8)))
      let record = Record(document: document, ordinal: ordinal, isAlone: false)
      state.add(engine.examine(record).facts)
    }
    return state.finish().map(\.finding)
  }

  @Test func `the rarer form of dates is told at its place`() throws {
    let texts = [
      #"{"published_at": "2026-06-25T14:59:57Z"}"#,
      #"{"slug": "b", "published_at": "2026-06-25 14:59:57+00:00"}"#,
      "{\n \"updated_at\": \"2026-06-25T14:59:57Z\"}",
    ]
    let found = try findings(texts, RuleCatalogue())
    #expect(found.map(\.record) == [RecordKey("b")])
    #expect(found.map(\.field) == [FieldPath("/published_at")])
    #expect(found.first?.span.start.column == 31)
    #expect(found.first?.span.end.column == 58)
    #expect(found.first?.message.contains("2 of 3 dates") == true)
  }

  @Test func `of two forms in balance none is odd`() throws {
    let texts = [
      #"{"published_at": "2026-06-25T14:59:57Z"}"#,
      #"{"slug": "b", "published_at": "2026-06-25 14:59:57Z"}"#,
    ]
    #expect(try findings(texts, RuleCatalogue()).isEmpty)
  }

  @Test func `a selector of one's own that never matches is told at its place`() throws {
    let text = RuleFileTests.text(["given": "[$.title, $.titel]"])
    let catalogue = try RuleCatalogue(texts: [("house/shouting.yml", text)])
    let found = try findings([#"{"title": "Calm"}"#], catalogue)
      .filter { $0.rule == RuleID("rules/selector-never-matched") }
    #expect(found.map(\.evidence) == ["$.titel"])
    #expect(found.first?.span.start.file == "house/shouting.yml")
    #expect(found.first?.span.start.line == 3)
    #expect(found.first?.span.start.column == 18)
  }

  private func rule(waitingFor other: String) -> String {
    """
    summary: Two titles are the same.
    severity: warning
    given: $.title
    when: { passes: [\(other)] }
    check: { only-one: { compare: words } }
    message: "The title is also that of the record '{other}'."
    why: Readers cannot tell them apart.
    mend: Write another one.
    examples:
      passing: [{ records: [{ title: A }, { title: B }] }]
      failing: [{ records: [{ title: A }, { title: A }], at: /title }]
    """
  }

  @Test(arguments: [
    ("shape/outer-white-space", ["c"]), ("corpus/duplicate-title", []),
    ("slug/pattern", ["b", "c"]),
  ])
  func `a value that a rule it waits for has told takes no part`(
    other: String, told: [String]
  ) throws {
    let catalogue = try RuleCatalogue(texts: [("house/twice.yml", rule(waitingFor: other))])
    let texts = [
      #"{"slug": "a", "title": "The tides"}"#, #"{"slug": "b", "title": " The tides"}"#,
      #"{"slug": "c", "title": "The tides"}"#,
    ]
    let found = try findings(texts, catalogue).filter { $0.rule == RuleID("house/twice") }
    #expect(found.map(\.record.description) == told)
  }

  @Test func `without records nothing is said of selectors`() throws {
    let catalogue = try RuleCatalogue(texts: [("house/shouting.yml", RuleFileTests.text())])
    #expect(try findings([], catalogue).isEmpty)
  }
}
