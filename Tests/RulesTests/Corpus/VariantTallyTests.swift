import Model
import Testing

@testable import Rules

@Suite struct VariantTallyTests {
  @Test func `the rarer spelling is told wherever it stands`() throws {
    let texts = [
      #"{"slug": "a", "topics": ["ai", "tides"]}"#, #"{"slug": "b", "topics": ["x", "AI"]}"#,
      #"{"slug": "c", "topics": ["A.I."]}"#, #"{"slug": "d", "topics": ["AI", "ai"]}"#,
      #"{"slug": "e", "topics": ["AI"]}"#,
    ]
    let found = try TestCorpus.findings(texts, only: "taxonomy/term-variant")
    #expect(
      found.map { "\($0.record) \($0.field) \($0.evidence)" }
        == ["a /topics/0 ai", "c /topics/0 A.I.", "d /topics/1 ai"])
    #expect(
      found.first?.message
        == "'ai' is spelt 'AI' in 3 of 6 places, as in 'b'. Spell it alike.")
    #expect(found.first?.related.first?.span.start.file == "file-1.json")
  }

  @Test(arguments: [
    ("AI", "ai", true), ("e-mail", "Email", true), ("O’Neill", "O'Neill", true), ("C", "C#", false),
    ("C", "C++", false), ("R&D", "RD", false), ("Öl", "öl", true), ("New York", "NewYork", false),
  ])
  func `case and punctuation make a variant`(
    first: String, second: String, isVariant: Bool
  ) throws {
    let texts = [#"{"entities": ["\#(first)"]}"#, #"{"entities": ["\#(second)"]}"#]
    let found = try TestCorpus.findings(texts, only: "taxonomy/term-variant")
    #expect(found.isEmpty != isVariant)
  }

  @Test func `topics are not compared with entities`() throws {
    let texts = [#"{"topics": ["ai"], "entities": ["AI"]}"#]
    #expect(try TestCorpus.findings(texts, only: "taxonomy/term-variant").isEmpty)
  }

  @Test func `of one spelling a hundred places are told`() throws {
    let rare = Array(repeating: #"{"topics": ["Ai"]}"#, count: 150)
    let usual = Array(repeating: #"{"topics": ["AI"]}"#, count: 151)
    let found = try TestCorpus.findings(rare + usual, only: "taxonomy/term-variant")
    #expect(found.count == 100)
    #expect(found.first?.message.contains("151 of 301 places") == true)
  }

  @Test func `a term with thousands of spellings costs no more than sixty-four`() throws {
    let texts = (0..<3000).map { number in
      let letters = (0..<15).map { number >> $0 & 1 == 0 ? "a" : "A" }.joined()
      return #"{"topics": ["\#(letters)"]}"#
    }
    #expect(try TestCorpus.findings(texts, only: "taxonomy/term-variant").count == 63)
  }
}
