import Markdown
import Testing

@testable import Suppressions

@Suite struct MarkdownDirectiveTests {
  private func directive(_ text: String) -> MarkdownDirective? {
    let document = MarkdownDocument(Array(text.utf8))
    return MarkdownComment.all(in: document).first.flatMap {
      MarkdownDirective($0, in: document.source)
    }
  }

  private func covered(_ text: String) -> String? {
    switch directive(text)?.reach {
    case .all: "all"
    case .part(let range): String(decoding: Array(text.utf8)[range], as: UTF8.self)
    case nil: nil
    }
  }

  @Test(arguments: [
    ("One.\n\n<!-- stet allow a/b: r -->\nTwo\nlines.\n\nThree.", "Two\nlines.\n"),
    ("One.\n\n<!-- stet allow a/b: r -->\n\n\nTwo.\n\nThree.", "Two.\n"),
    ("One <!-- stet allow a/b: r --> here.\nTwo.", "One <!-- stet allow a/b: r --> here."),
    ("<!-- stet allow a/b: r -->\nOne.\n\nTwo.", "One.\n"),
    ("<!-- stet allow a/b: r -->\n\nOne.\n\nTwo.", "all"),
    (
      "\n<!-- stet allow c/d: r -->\n<!-- stet allow a/b: r -->\n\nOne.",
      "<!-- stet allow a/b: r -->\n"
    ),
    ("> <!-- stet allow a/b: r -->\n> Two.\n\nThree.", "> Two.\n"),
    ("One.\n\n<!-- stet allow a/b: r -->", ""),
  ])
  func `a comment is about what it stands beside or before`(text: String, reach: String) {
    #expect(covered(text) == reach)
  }

  @Test func `rules, last day and reason are read`() throws {
    let read = try #require(
      directive("<!--stet allow a/b, c/* until 2027-01-31:  quoted: as sent -->\n"))
    #expect(read.rules.map(\.text) == ["a/b", "c/*"])
    #expect(read.until == "2027-01-31")
    #expect(read.reason == "quoted: as sent")
  }

  @Test func `a reason may be missing, which is another rule's business`() {
    #expect(directive("<!-- stet allow a/b -->\n")?.reason == "")
  }

  @Test(arguments: [
    "<!-- stet -->\n", "<!-- stet alow a/b: r -->\n", "<!-- stet allow: r -->\n",
    "<!-- stet allow A/B: r -->\n", "<!-- stet allow a/b until: r -->\n",
    "<!-- stet allow until 2027-01-31: r -->\n",
  ])
  func `what speaks to us and cannot be read is no directive`(text: String) {
    let document = MarkdownDocument(Array(text.utf8))
    #expect(MarkdownComment.all(in: document).count == 1)
    #expect(directive(text) == nil)
  }

  @Test(arguments: [
    "`<!-- stet allow a/b: r -->`", "    <!-- stet allow a/b: r -->\n",
    "```\n<!-- stet allow a/b: r -->\n```\n", "<!-- stetson -->\n", "<!-- a stet allow -->\n",
  ])
  func `code and other comments do not speak to us`(text: String) {
    #expect(MarkdownComment.all(in: MarkdownDocument(Array(text.utf8))).isEmpty)
  }
}
