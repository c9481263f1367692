import Model
import Testing

@testable import Rules

@Suite struct AddressTallyTests {
  private func dangling(_ link: String, in urls: [String], places: Int = 1) throws -> Int {
    var texts = urls.map { #"{"url": "\#($0)"}"# }
    texts[0] = #"{"url": "\#(urls[0])", "body_md": "[x](\#(link))"}"#
    return try TestCorpus.findings(
      texts, only: "corpus/dangling-internal-link", links: { _ in [link] }
    ).count
  }

  private static let urls = ["https://www.gazette.test/news/a", "https://www.gazette.test/news/b"]

  @Test(arguments: [
    ("https://www.gazette.test/news/c", 1), ("http://www.gazette.test/news/c#x", 1),
    ("https://www.gazette.test/news/b", 0), ("http://www.gazette.test/news/b/", 0),
    ("https://www.gazette.test/news/b?page=2", 0), ("https://www.gazette.test/news/b#x", 0),
    ("https://gazette.test/news/c", 0), ("https://www.other.test/news/c", 0),
    ("https://www.gazette.test/c", 0), ("https://www.gazette.test/news/", 0),
    ("https://www.gazette.test/news/deep/c", 0), ("https://www.gazette.test/news/c.pdf", 0),
    ("https://www.gazette.test:8443/news/c", 0), ("https://www.gazette.test", 0),
  ])
  func `only what lies among the records can dangle`(link: String, count: Int) throws {
    #expect(try dangling(link, in: Self.urls) == count)
  }

  @Test func `the root is nobody's folder`() throws {
    let urls = ["https://www.gazette.test/a", "https://www.gazette.test/b"]
    #expect(try dangling("https://www.gazette.test/about", in: urls) == 0)
  }

  @Test func `one record makes no folder`() throws {
    #expect(try dangling("https://www.gazette.test/news/c", in: [Self.urls[0]]) == 0)
  }

  @Test func `where more is missing than half of what is there, the run has but a part`() throws {
    let links = (0..<3).map { "https://www.gazette.test/news/old-\($0)" }
    let body = links.map { "[x](\($0))" }.joined(separator: " ")
    func count(records: Int) throws -> Int {
      var texts = (0..<records).map { #"{"url": "https://www.gazette.test/news/\#($0)"}"# }
      texts[1] = #"{"url": "https://www.gazette.test/news/1", "body_md": "\#(body)"}"#
      return try TestCorpus.findings(
        texts, only: "corpus/dangling-internal-link", links: { _ in links }
      ).count
    }
    #expect(try count(records: 5) == 0)
    #expect(try count(records: 6) == 3)
  }

  @Test func `a link is told at its place, with its address`() throws {
    let link = "https://www.gazette.test/news/c"
    let texts = [
      #"{"url": "\#(Self.urls[0])"}"#,
      #"{"slug": "b", "url": "\#(Self.urls[1])", "body_md": "[x](\#(link))"}"#,
    ]
    let found = try TestCorpus.findings(
      texts, only: "corpus/dangling-internal-link", links: { _ in [link] })
    let finding = try #require(found.first)
    #expect(finding.record == RecordKey("b"))
    #expect(finding.field == FieldPath("/body_md"))
    #expect(finding.evidence == link)
    #expect(finding.span.end.offset - finding.span.start.offset == link.utf8.count)
    #expect(finding.message.contains("addresses of 2 records"))
  }

  @Test func `a record that comes later answers a link`() throws {
    let urls = (0..<3000).map { "https://www.gazette.test/news/\($0)/" }
    func link(_ ordinal: Int) -> String { urls[(ordinal + 1500) % urls.count] }
    let texts = urls.indices.map { #"{"url": "\#(urls[$0])", "body_md": "[x](\#(link($0)))"}"# }
    let found = try TestCorpus.findings(
      texts, only: "corpus/dangling-internal-link", links: { [link($0)] })
    #expect(found.isEmpty)
  }
}
