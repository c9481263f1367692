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

  @Test func `without records nothing is said of selectors`() throws {
    let catalogue = try RuleCatalogue(texts: [("house/shouting.yml", RuleFileTests.text())])
    #expect(try findings([], catalogue).isEmpty)
  }
}
