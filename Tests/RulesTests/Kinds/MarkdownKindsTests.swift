import Markdown
import Model
import Testing

@testable import Rules

/// What the kinds that look at Markdown take for a fault, and what they leave alone.
@Suite struct MarkdownKindsTests {
  private static let engine = Result { try RuleEngine(RuleCatalogue(), now: RuleExamples.now) }

  private func findings(_ body: String) throws -> [Finding] {
    let json = #"{"body_md": ""# + JSONEscaping.escaped(body.utf8) + #""}"#
    let record = try #require(TestRecord.record(json))
    return try Self.engine.get()
      .findings(in: record, markdown: TestRecord.markdown(of: record.document))
      .filter { $0.rule.pack == "markdown" && $0.rule.description != "markdown/too-short" }
  }

  private func rules(_ body: String) throws -> [String] {
    try findings(body).map(\.rule.description)
  }

  @Test(arguments: [
    "He said: \"[The mayor] [sic] left (early) [at noon].\"",
    "See [the tables](https://a.example/x_(y)) (and [more](https://b.example))[^n].\n\n[^n]: A note.",
    "The array `a[0][1]`, handlers[name], and x[i][j] in prose.",
    "| a | b |\n|---|---|\n| undefined | null |\n",
    "The limit is undefined.\nUndefined behaviour is undefined by nature.",
    "My TODO app has a TODO.",
    "A (very) [short](https://a.example) note … with dots ... inside.",
    "“And then we waited…”",
    "- one\n- two\n- and the",
    "## A heading of many words that ends in the",
    "The formula $\\frac{{a}}{{b}}$ and x^{{2}}.",
    "Line one  \nLine two\n\n*Anna Smith writes for the Gazette about the sea and its*",
    "<!-- stet allow markdown/bare-url: quoted -->\n\nText.",
    "[Section](#über-uns)\n\n# Über uns",
    "[Up](#Top), [quote](#:~:text=tide), [application](#!/a).",
    "[x]: # (a remark)\n\nText.",
    "[comment]: <> (a remark)\n\nText.",
    "See <https://a.example> or <mailto:a@b.example>.",
    "[![A quay](https://a.example/q.png)](https://a.example/)",
    "`<script>` and\n\n    <iframe src=x>\n\nand a < b > c.",
    "Read more about it in the [paper](https://a.example).",
    "~~~\n```\n~~~\n",
  ])
  func `Markdown that people write is left alone`(body: String) throws {
    #expect(try rules(body) == [])
  }

  @Test(arguments: [
    ("[a][b] and ![c][d]", ["markdown/undefined-reference", "markdown/undefined-reference"]),
    ("(see)[https://a.example] it", ["markdown/reversed-link"]),
    ("<IMG SRC=https://a.example/x ONERROR=alert(1) alt=''>", ["markdown/active-content"]),
    ("[a](java\u{1}script:x) [b](&#x6A;avascript:x)", ["markdown/active-content"]),
    (
      "<svg><a xlink:href='javascript:x'>y</a></svg>",
      ["markdown/raw-html", "markdown/active-content"]
    ),
    (
      "[hier](https://a.example) [Here!](https://a.example)",
      ["markdown/link-text", "markdown/link-text"]
    ),
    ("The end is near […]", ["markdown/truncated"]),
    ("Hello undefined undefined,", ["markdown/placeholder"]),
    ("**TODO**", ["markdown/placeholder"]),
    ("# A\n\n### B\n\n# C", ["markdown/heading-order", "markdown/second-h1"]),
    ("> ```\n> code\n\nText", ["markdown/unclosed-fence"]),
    ("![ ](https://a.example/x.png)", ["markdown/image-without-alt"]),
  ])
  func `a fault of Markdown is told once`(body: String, expected: [String]) throws {
    #expect(try rules(body) == expected)
  }

  @Test func `a passage is marked through the escapes of JSON`() throws {
    let json = #"{"slug": "s", "body_md": "Caf\u00e9 \ud83d\ude00\n\n[caf\u00e9]() ends."}"#
    let record = try #require(TestRecord.record(json))
    let found = try Self.engine.get()
      .findings(in: record, markdown: TestRecord.markdown(of: record.document))
      .first { $0.rule.description == "markdown/empty-link" }
    let span = try #require(found?.span)
    let bytes = record.document.bytes[span.start.offset..<span.end.offset]
    #expect(String(decoding: bytes, as: UTF8.self) == #"[caf\u00e9]()"#)
    #expect(found?.evidence == "[café]()")
    #expect(found?.field == FieldPath("/body_md"))
  }

  @Test(arguments: [
    String(repeating: "[a][b] ", count: 20_000), String(repeating: "TODO ", count: 40_000),
    String(repeating: "[x](#nowhere) ", count: 10_000),
    String(repeating: "(x)[https://a.example] ", count: 10_000),
    String(repeating: "{{ ", count: 50_000), String(repeating: "undefined ", count: 20_000),
    String(repeating: "# a\n", count: 20_000),
  ])
  func `a text of one fault alone is told a hundred times at most`(body: String) throws {
    let counts = Dictionary(grouping: try findings(body), by: \.rule).mapValues(\.count)
    #expect(counts.values.allSatisfy { $0 <= 100 })
  }

  @Test func `a text that was not read to its end is not judged`() throws {
    // Very many lines and links in one paragraph are over the parser's budget.
    let body = String(repeating: "[a](b)\n", count: 200_000)
    let document = MarkdownDocument(Array(body.utf8))
    if document.limits.isEmpty { return }
    #expect(try rules(body) == [])
  }
}
