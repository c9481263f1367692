import Markdown
import Testing

@Suite struct EntityTests {
  @Test(arguments: [
    ("&amp;", "&"), ("&AElig;", "Æ"), ("&zwnj;", "\u{200C}"), ("&bne;", "=\u{20E5}"),
    ("&quot;", "\""), ("&bsol;", "\\"), ("&Tab;", "\t"), ("&nbsp;", "\u{A0}"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&ngE;", "≧\u{338}"), ("&zscr;", "𝓏"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#128512;", "😀"), ("&#x1F600;", "😀"),
    ("&nope;", "&nope;"), ("&amp", "&amp"), ("&#;", "&#;"), ("&;", "&;"),
    ("&#x1234567;", "&#x1234567;"),
  ])
  func `a character reference in an address is decoded`(_ reference: String, _ expected: String) {
    let document = MarkdownDocument(Array("[a](</u\(reference)v>)".utf8))
    #expect(
      document.links.map { text(document.destination(of: $0)) } == ["/u\(expected)v"])
  }
}
