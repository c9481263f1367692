import Markdown
import Testing

/// Texts made to be slow. A reader that is quadratic on one of them would hang this suite.
@Suite struct HostileMarkdownTests {
  @Test(arguments: [
    Hostile("nested lists", repeating: "- ", 30_000, tail: String(repeating: "\n", count: 30_000)),
    Hostile("images in images", repeating: "![[]()", 50_000),
    Hostile("open brackets", repeating: "[", 100_000),
    Hostile("open links", repeating: "[a](", 50_000),
    Hostile("open link titles", repeating: "[a](b \"", 50_000),
    Hostile("comments", head: "</", repeating: "<!--", 100_000),
    Hostile("parentheses after an address", head: "http://a.example/", repeating: ")", 300_000),
    Hostile("semicolons after an address", head: "http://a.example/", repeating: "&a;", 100_000),
    Hostile("addresses", repeating: "http://a.b(", 30_000),
    Hostile(
      "nested images", repeating: "![", 50_000, tail: String(repeating: "](a)", count: 50_000)),
    Hostile("undefined references", repeating: "[a][b]", 50_000),
    Hostile("brackets", repeating: "]][", 100_000),
    Hostile("empty links", repeating: "[]()", 50_000),
    Hostile("definitions", repeating: "[a]: b \"\n", 10_000),
    Hostile("footnotes", repeating: "[^a]: b[^a]\n", 30_000),
    Hostile("fences", repeating: "```\n", 50_000),
    Hostile("quotes", repeating: ">", 100_000),
    Hostile("e-mail", repeating: "a@b.c@", 50_000),
    Hostile("headings", repeating: "#\n", 50_000),
    Hostile("entities", repeating: "&amp", 50_000),
  ])
  func `a hostile text is read`(_ hostile: Hostile) {
    let document = MarkdownDocument(hostile.source)
    #expect(document.limits.isEmpty)
  }

  @Test func `a text in an open comment gives no links`() {
    let document = MarkdownDocument(Array("<!-- [a](/u)\n\nhttp://a.example\n".utf8))
    #expect(document.links.isEmpty)
  }

  @Test func `a wide table is read, a huge one only as text`() {
    let row = String(repeating: "|a", count: 40_000) + "|\n"
    let delimiter = String(repeating: "|---", count: 40_000) + "|\n"
    let document = MarkdownDocument(Array((row + delimiter).utf8))
    #expect(document.limits.isEmpty)
    let huge = MarkdownDocument(
      Array((row + delimiter + String(repeating: "[a](/u)\n", count: 50)).utf8))
    #expect(huge.limits == .tables)
    #expect(huge.links.count == 50)
  }

  @Test func `a huge address is not copied for each use`() {
    let address = String(repeating: "u", count: 1_000_000)
    let document = MarkdownDocument(
      Array("[a]: /\(address)\n\n\(String(repeating: "[a] ", count: 20_000))".utf8))
    #expect(document.limits == .references)
    #expect(document.links.count > 10)
    #expect(document.links.allSatisfy { $0.definition == 0 })
  }

  @Test func `a paragraph of very many lines and brackets is refused`() {
    let document = MarkdownDocument(Array(String(repeating: "[a](b)\n", count: 40_000).utf8))
    #expect(document.limits == .paragraphs)
    let list = MarkdownDocument(Array(String(repeating: "- [a](b)\n", count: 40_000).utf8))
    #expect(list.links.count == 40_000)
  }

  @Test func `every link of a random text stands at its brackets`() {
    let pieces = [
      "[", "](", ")", "]", "!", "a", " ", "\n", "> ", "- ", "*", "`", "<", ">", "\\", "&amp;",
      "[r]",
      "](/u)", "[](", "](/u \"t\")", "http://a.b/", "<http://c.d>", "|", "\n\n[r]: /r\n\n", "é",
      "~~",
      "  ", "](<x y>)", "[^1]", "\n[^1]: ", "# ", "<b>", "@c.d", "www.e.f", "\r\n",
    ]
    var random = SplitMix(state: 42)
    for _ in 0..<20_000 {
      var source: [UInt8] = []
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        source += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      }
      let document = MarkdownDocument(source)
      for link in document.links {
        let written = text(source[link.range])
        let isPlaced =
          switch link.kind {
          case .inline: written.hasSuffix(")") && written.hasPrefix(link.isImage ? "![" : "[")
          case .fullReference, .collapsedReference, .shortcutReference:
            written.hasSuffix("]") && written.hasPrefix(link.isImage ? "![" : "[")
          case .angleAutolink: written.hasPrefix("<") && written.hasSuffix(">")
          case .bareAutolink: true
          }
        #expect(isPlaced, "\(written) of \(text(source).debugDescription)")
        if link.kind.isReference {
          #expect(link.definition != nil, "\(text(source).debugDescription)")
        }
      }
    }
  }

  struct Hostile: CustomTestStringConvertible {
    let testDescription: String
    let source: [UInt8]

    init(_ name: String, head: String = "", repeating: String, _ count: Int, tail: String = "") {
      testDescription = name
      source = Array((head + String(repeating: repeating, count: count) + tail).utf8)
    }
  }
}

/// A generator that gives the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
