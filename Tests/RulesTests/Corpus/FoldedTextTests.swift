import Testing

@testable import Rules

@Suite struct FoldedTextTests {
  private func words(_ text: String) -> String {
    String(decoding: FoldedText.words(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("  A \n\t B ", "a b"), ("ÆØÅ", "æøå"), ("ẞ ß", "ss ss"), ("ς Σ", "σ σ"), ("\u{3000}x", "x"),
    ("", ""),
  ])
  func `case and white space are folded`(text: String, folded: String) {
    #expect(words(text).unicodeScalars.elementsEqual(folded.unicodeScalars))
  }

  @Test func `a pile of marks takes linear time`() {
    let text = "a" + String(repeating: "\u{301}", count: 500_000)
    #expect(FoldedText.words(Array(text.utf8)).count == text.utf8.count)
  }

  @Test(arguments: [
    ("A.I.", "ai"), ("C#", "c#"), ("“Brexit”", "brexit"), ("...", ""), ("R & D", "r & d"),
  ])
  func `a term has no punctuation that spellings differ in`(text: String, folded: String) {
    #expect(String(decoding: FoldedText.term(Array(text.utf8)), as: UTF8.self) == folded)
  }
}
