import Testing

@testable import Store

@Suite struct FactsMemoTests {
  @Test func `a memo gives what the reader gives, however often it is asked`() {
    var memo = FactsMemo()
    // More than are kept, and some of them no facts.
    for number in 0..<3_000 {
      let text =
        number % 7 == 0
        ? "unknown \(number)\n" : "answered \(200 + number % 300)\nby HEAD\t-\t1.1\t1\n"
      #expect(memo.facts(in: text) == FactsReader.facts(in: text))
    }
  }

  @Test func `texts that look the same are told apart`() {
    var memo = FactsMemo()
    for fragment in ["e\u{301}", "\u{e9}"] {
      let facts = memo.facts(in: "answered 200\nfound \(fragment)\nby GET\t-\t2\t1\n")
      #expect(facts?.verified.first?.utf8.elementsEqual(fragment.utf8) == true)
    }
  }
}
