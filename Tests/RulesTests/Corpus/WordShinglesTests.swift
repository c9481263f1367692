import Testing

@testable import Rules

@Suite struct WordShinglesTests {
  private func shingles(_ text: String) -> [UInt64] {
    WordShingles.set(ofSource: Array(text.utf8))
  }

  @Test(arguments: 1...20)
  func `a word of any length is the same at the end and before more text`(length: Int) {
    let word = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
    let text = "one two three four \(word)"
    let alone = shingles(text)
    #expect(alone.count == 1)
    #expect(shingles(text + "!") == alone)
    #expect(shingles(text + ".                    ") == alone)
    #expect(shingles("    " + text.uppercased() + #"\n\n"#) == alone)
    #expect(shingles(text + "x") != alone)
  }

  @Test func `what stands between words does not count`() {
    let plain = shingles("one two three four five six seven")
    #expect(plain.count == 3)
    #expect(shingles(#"one, *two* three\nfour—five (six) \"seven\""#) == plain)
  }

  @Test func `a letter beyond ASCII belongs to its word`() {
    #expect(shingles("one two three four Zürich") != shingles("one two three four Z rich"))
    #expect(shingles("one two three four Zürich     ") == shingles("one two three four Zürich"))
    #expect(shingles("one two three four caf") != shingles("one two three four café"))
  }

  @Test func `a character of Han is a word`() {
    #expect(shingles("潮汐表の港").count == 1)
    #expect(shingles("ab潮汐表の").count == 1)
  }
}
