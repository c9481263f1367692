import Model
import Testing

@testable import Pages

@Suite struct TitleTextTests {
  @Test(arguments: [
    ("The “quay’s” light", "The \"quay's\" light"), ("A – B — C", "A - B - C"),
    ("  A \u{A0}\n B ", "A B"), ("So…", "So..."), ("caf\u{E9}", "cafe\u{301}"),
    ("soft\u{AD}ened", "softened"),
  ])
  func `titles that look alike are the same`(one: String, other: String) {
    #expect(TitleText(one) == TitleText(other))
    #expect(TitleText(other) == TitleText(one))
  }

  @Test func `case and words count`() {
    #expect(TitleText("Tide tables") != TitleText("tide tables"))
    #expect(TitleText("Tide tables") != TitleText("Tide table"))
  }

  @Test func `however white space and references are spelt, a title stays itself`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["The", "quay’s", "“light”", "&", "<b>", "é", "—", "50%"]
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      let title = words.joined(separator: " ")
      let written = words.map { word in
        word.unicodeScalars.map { scalar in
          switch Int.random(in: 0..<4, using: &random) {
          case 0: "&#\(scalar.value);"
          case 1: "&#x\(String(scalar.value, radix: 16));"
          default: scalar == "&" ? "&amp;" : scalar == "<" ? "&lt;" : String(Character(scalar))
          }
        }.joined()
      }.joined(separator: [" ", "\n  ", "\t", "&#160;"].randomElement(using: &random) ?? " ")
      let page = TestPage.html("<title>  \(written)\n</title>")
      #expect(TitleText(page.first(.title) ?? "") == TitleText(title), "\(written)")
    }
  }
}

@Suite struct SiteNamesTests {
  private func names(_ pages: [(String, String)]) -> SiteNames {
    var names = SiteNames()
    for (title, page) in pages { names.learn(host: "a.test", title: title, page: page) }
    return names
  }

  @Test func `what most pages of a site share is its name`() {
    let names = names([
      ("One", "One – The Gazette"), ("Two", "Two - The Gazette"), ("Three", "Three: corrected"),
    ])
    #expect(names.isSame(host: "a.test", title: "One", page: "One – The Gazette"))
    #expect(!names.isSame(host: "a.test", title: "Three", page: "Three: corrected"))
    #expect(!names.isSame(host: "a.test", title: "One", page: "Two – The Gazette"))
  }

  @Test func `a name may come first`() {
    let names = names([("One", "Gazette | One"), ("Two", "Gazette | Two"), ("3", "Gazette | 3")])
    #expect(names.isSame(host: "a.test", title: "One", page: "Gazette | One"))
  }

  @Test func `of one page nothing is learnt, so it is believed`() {
    let names = names([("One", "One | Anything")])
    #expect(names.isSame(host: "a.test", title: "One", page: "One | Anything"))
    #expect(!names.isSame(host: "a.test", title: "One", page: "Onerous"))
  }
}
