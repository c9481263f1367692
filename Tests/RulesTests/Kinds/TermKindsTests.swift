import Model
import Testing

@testable import Rules

/// What the kinds that look at titles, summaries and terms take for a fault, and what they leave alone.
@Suite struct TermKindsTests {
  private func rules(_ json: String) throws -> [String] {
    try RuleEngineTests.ids(json).filter { $0.hasPrefix("metadata/") || $0.hasPrefix("taxonomy/") }
  }

  @Test(arguments: [
    "NATO", "UNESCO", "COVID-19", "iOS 26 vs ANDROID", "Å ÄR Ö", "Wham! It works!!", "100 %",
    "港の灯がふたたび点灯", "HTML, CSS and SVG", "", "ÉCOLE",
  ])
  func `a title in the capitals that it needs is left alone`(title: String) throws {
    #expect(try rules(#"{"title": "\#(title)"}"#) == [])
  }

  @Test(arguments: [
    "THE LIGHTS ARE BACK", "ÉCOLES FERMÉES LUNDI", "ВОДА ПОДНИМАЕТСЯ ДВАЖДЫ", "Back!!!",
  ])
  func `a title that shouts is told`(title: String) throws {
    #expect(try rules(#"{"title": "\#(title)"}"#) == ["metadata/shouting"])
  }

  @Test(arguments: [39, 40, 320, 321]) func `the length of a summary has two ends`(
    count: Int
  ) throws {
    let isFine = (40...320).contains(count)
    for letter in ["a", "é", "👩‍👩‍👧", "e\u{301}"] {
      let summary = String(repeating: letter, count: count)
      #expect(
        try rules(#"{"summary": "\#(summary)"}"#) == (isFine ? [] : ["metadata/summary-length"]))
    }
  }

  @Test func `a heap of marks is not counted one by one`() throws {
    let heap = "a" + String(repeating: "\u{301}\u{316}", count: 500_000)
    #expect(try rules(#"{"summary": "\#(heap)"}"#) == ["metadata/summary-length"])
  }

  @Test(arguments: [
    "Washington, D.C.", "Apple, Inc.", "Arts, Culture and Media", "Food, Drink & Travel",
    "Lisboa, Portugal", "sciences, arts et lettres", "C++", "人工知能",
  ])
  func `a term with a comma may be a name`(term: String) throws {
    #expect(try rules(#"{"topics": ["\#(term)"], "entities": ["\#(term)"]}"#) == [])
  }

  @Test(arguments: ["ai, ethics", "AI; Ethics", "sea|moon", "", " ", "Sea, Moon, Tide, Harbour"])
  func `a list in one text is no term`(term: String) throws {
    #expect(try rules(#"{"topics": ["\#(term)"]}"#) == ["taxonomy/term-form"])
  }

  @Test(arguments: [
    (#"["a", "a"]"#, #"["a"]"#), (#"["a", "b" , "a"]"#, #"["a", "b"]"#),
    ("[\n\"a\",\n\"a\"\n]", "[\n\"a\"\n]"), (#"["\u0061", "a", 1]"#, #"["\u0061", 1]"#),
  ])
  func `a term that stands twice goes with its comma`(list: String, mended: String) throws {
    let json = #"{"topics": "# + list + "}"
    let record = try #require(TestRecord.record(json))
    let found = try RuleEngineTests.engine().findings(in: record)
      .filter { $0.rule.description == "taxonomy/duplicate-term" }
    #expect(found.count == 1)
    #expect(found.first?.suggestion?.safety == .safe)
    let firing = try #require(found.first.map { Firing($0, in: record.document) })
    #expect(firing.mended == mended)
  }

  @Test func `terms that differ in capitals are told and not mended`() throws {
    let record = try #require(TestRecord.record(#"{"topics": ["AI", "ai"]}"#))
    let found = try RuleEngineTests.engine().findings(in: record)
      .filter { $0.rule.description == "taxonomy/duplicate-term" }
    #expect(found.count == 1)
    #expect(found.first?.suggestion == nil)
  }
}
