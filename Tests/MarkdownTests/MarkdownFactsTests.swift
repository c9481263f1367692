import Markdown
import Testing

@Suite struct MarkdownFactsTests {
  @Test func `a definition has label, address, title and whether it is used`() {
    let document = read("[Ä b]: </u v> 'T &amp;'\n[c]:\n  /w\n[C]: /x\n[d]: /y\n\n[ä  B] [c]\n")
    #expect(document.definitions.map { slice($0.label, document) } == ["Ä b", "c", "C", "d"])
    #expect(
      document.definitions.map { slice($0.destination, document) } == ["/u v", "/w", "/x", "/y"])
    #expect(document.definitions.map(\.isUsed) == [true, true, false, false])
    #expect(document.definitions.map(\.isShadowed) == [false, false, true, false])
    #expect(document.definitions[0].title.map { slice($0, document) } == "T &amp;")
    #expect(document.links.map(\.definition) == [0, 1])
    #expect(document.title(of: document.links[0]).map(text) == "T &")
  }

  @Test(
    arguments: [
      ("text\n[a]: /u", []), ("    [a]: /u", []), ("```\n[a]: /u\n```", []), ("[a]: /u v", []),
      ("> [a]: /u", ["a"]), ("- [a]: /u\n- [b]: /v", ["a", "b"]), ("<div>\n[a]: /u\n</div>", []),
      ("[a]: /u 't' x\n", []), ("[a]: /u\n't' x\n", ["a"]), ("[a\\]]: /u", ["a\\]"]),
      ("[x](y \"\n[a]: /u\")", []), ("1. x\n\n   [a]: <>", ["a"]),
    ])
  func `only a line that starts with a label is a definition`(_ source: String, _ labels: [String])
  {
    let document = read(source)
    #expect(document.definitions.map { slice($0.label, document) } == labels)
  }

  @Test(
    arguments: [
      ("[x][nope]", ["[x][nope]"]), ("see [nope][]!", ["[nope][]"]), ("[x] [nope]", []),
      ("\\[x][nope]", []), ("`[x][nope]`", []), ("[*x*][nope]", ["[*x*][nope]"]),
      ("[x][r]\n\n[r]: /u", []), ("[a][b] [c][]", ["[a][b]", "[c][]"]), ("[ ][]", []),
      ("![x][nope]", ["[x][nope]"]), ("[x][^1]", ["[^1]"]), ("[y][r][z]\n\n[r]: /u", []),
      ("x[^1]", ["[^1]"]), ("x\\[^1]", []), ("`[^1]`", []), ("all but [^abc]", []),
      ("> x[^1]\n>\n> [^1]: z\n", []),
      ("x[^a] y[^note]\n\n[^a]: z\n", ["[^note]"]), ("[^0-9] x[^1]\n\n[^1]: z\n", []),
    ])
  func `a full or collapsed reference, or one to a footnote, without a definition is told`(
    _ source: String, _ expected: [String]
  ) {
    let document = read(source)
    #expect(document.undefinedReferences.map { slice($0.range, document) } == expected)
  }

  @Test func `a heading has level, place and text`() {
    let document = read("# One *two* `three` &amp; ##\n\nSet\next\n---\n\n> ## [a](/u)\n\n#\n")
    #expect(document.headings.map(\.level) == [1, 2, 2, 1])
    #expect(
      document.headings.map { text(document.plainText(of: $0.runs)) }
        == ["One two three &", "Setext", "a", ""])
    #expect(
      document.headings.map { slice($0.range, document) }
        == ["# One *two* `three` &amp;", "Set\next", "## [a](/u)", "#"])
  }

  @Test(
    arguments: [
      ("```\nx\n", [0..<3]), ("```\nx\n```\n", []), ("~~~~\nx\n~~~\n", [0..<4]),
      ("```\n", [0..<3]), ("```\n```\n", []), ("> ```\n> x\n\n```\ny\n```\n", [2..<5]),
      ("a\n\n``` swift\n\n\n```\n", []), ("- ```\n  x\n\n  ```\n", []), ("```\n\n\n", [0..<3]),
      ("```a\n```\n\n~~~b\nx", [10..<13]), ("    ```\n", []),
    ])
  func `an open fence is told by its opening`(_ source: String, _ fences: [Range<Int>]) {
    #expect(read(source).unclosedFences == fences)
  }

  @Test func `an image without alternative text is told`() {
    #expect(
      read("![](/a) ![ ](/b) ![x](/c) ![*y*](/d) ![`z`](/e) [![](/f)](/g)").links.map(\.isTextBlank)
        == [true, true, false, false, false, true, true])
  }

  @Test func `raw HTML keeps its place and loses what is no HTML`() {
    let document = read("a <b>c</b> [d](/u) <br>\n\n> <div\n> x>\n> y</div>\n\n<!-- z\n")
    #expect(document.rawHTML.map(\.isBlock) == [false, true, true])
    #expect(
      document.rawHTML.map { slice($0.range, document) }
        == ["<b>c</b> [d](/u) <br>", "<div\n> x>\n> y</div>", "<!-- z"])
    #expect(
      document.rawHTML.map { text(document.text(of: $0)).filter { $0 != "\n" } }
        == ["<b></b><br>", "<divx>y</div>", "<!-- z"])
    #expect(document.rawHTML.allSatisfy { document.text(of: $0).count == $0.range.count })
  }

  @Test func `a footnote is no link, and its note is read as text`() {
    let document = read(
      "a[^1] b[^long] c[^no]\n\n[^1]: https://a.example/x\n[^long]: [b](/u) *c*\n\n    [d](/v)\n\n[e](/w)\n"
    )
    #expect(document.definitions.isEmpty)
    #expect(document.footnotes.map { slice($0.label, document) } == ["1", "long"])
    #expect(document.footnotes.map(\.isUsed) == [true, true])
    #expect(document.footnoteReferences.map { slice($0.range, document) } == ["[^1]", "[^long]"])
    #expect(
      document.links.map { slice($0.range, document) }
        == ["https://a.example/x", "[b](/u)", "[d](/v)", "[e](/w)"])
  }

  @Test func `a footnote in code is code`() {
    let document = read("```\n[^1]: https://a.example\n```\n")
    #expect(document.footnotes.isEmpty)
    #expect(document.links.isEmpty)
  }

  private func read(_ source: String) -> MarkdownDocument { MarkdownDocument(Array(source.utf8)) }

  private func slice(_ range: Range<Int>, _ document: MarkdownDocument) -> String {
    text(document.source[range])
  }
}
