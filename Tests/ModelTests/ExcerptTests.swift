import Model
import Testing

@Suite struct ExcerptTests {
  private func marked(_ excerpt: Excerpt) -> String {
    let scalars = Array(excerpt.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[excerpt.marked])
    return String(text)
  }

  @Test(arguments: [0, 3, 40, 200, 990]) func `the marked text is what the range covers`(at: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "."), count: 1000)
    bytes.replaceSubrange(at..<at + 4, with: Array("HERE".utf8))
    let excerpt = Excerpt(of: at..<at + 4, in: bytes)
    #expect(marked(excerpt) == "HERE")
    #expect(excerpt.text.unicodeScalars.count <= Excerpt.width)
    #expect(excerpt.isCutAfter == (at < 950))
  }

  @Test func `characters are never cut and columns are code points`() {
    let line = String(repeating: "é", count: 100) + "HERE" + String(repeating: "日", count: 100)
    let excerpt = Excerpt(of: 200..<204, in: Array(line.utf8))
    #expect(marked(excerpt) == "HERE")
    #expect(!excerpt.text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func `only the first line is shown, without its indentation`() {
    let excerpt = Excerpt(of: 6..<14, in: Array("a\n    one\ntwo\n".utf8))
    #expect(excerpt.text == "one")
    #expect(marked(excerpt) == "one")
    #expect(!excerpt.isCutBefore)
  }

  @Test func `a place at or past the end gives an empty mark`() {
    #expect(Excerpt(of: 3..<3, in: Array("abc".utf8)).text == "abc")
    #expect(Excerpt(of: 9..<12, in: Array("abc".utf8)).marked == 3..<3)
  }
}
