import Model
import Testing

@testable import Pages

@Suite struct ListingReaderTests {
  private static func page(
    _ bytes: [UInt8], chunk: Int = 100_000, end: PageEnd = .whole,
    inflate: @escaping ListingReader.Inflate = { _, _ in "not inflated here" }
  ) -> Page {
    let reader = ListingReader(inflate: inflate)
    _ = reader.begin(PageHead(fields: []))
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(start + chunk, bytes.count)])
      if !reader.read(piece.span.bytes) { break }
    }
    return reader.finish(end)
  }

  private static func page(_ text: String, chunk: Int = 100_000) -> Page {
    page(Array(text.utf8), chunk: chunk)
  }

  private static let sitemap = """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <!-- <url><loc>https://a.test/no</loc></url> -->
    <s:url><image:image><image:loc>https://a.test/i.png</image:loc></image:image><image:loc>x</image:loc>
     <s:loc> https://a.test/one?a=1&amp;b=2
    </s:loc><s:lastmod>2026-06-25</s:lastmod></s:url>
    <s:url><s:loc><![CDATA[https://a.test/two?a&b]]></s:loc></s:url>
    <s:url></s:url>
    </s:urlset>
    """

  @Test(arguments: [1, 7, 100_000])
  func `a sitemap's pages are listed with their times and lines`(chunk: Int) {
    let page = Self.page(Self.sitemap, chunk: chunk)
    #expect(
      page.texts(.listed) == [
        "2026-06-25\t5\thttps://a.test/one?a=1&b=2", "\t8\thttps://a.test/two?a&b",
      ])
    #expect(page.first(.listing) == "urlset")
    #expect(page.doubt == nil)
  }

  @Test func `other charsets than UTF-8 are read`() {
    let text =
      "<?xml version='1.0' encoding='UTF-16'?>"
      + "<urlset><url><loc>https://a.test/é</loc></url></urlset>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(Self.page(bytes).texts(.listed) == ["\t1\thttps://a.test/é"])
  }

  @Test(arguments: [
    """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://a.test/</link>
    <atom:link href="https://a.test/feed" rel="self"/>
    <item><title>x</title><atom:link href="https://a.test/no"/><link>https://a.test/one</link></item>
    <item><guid>https://a.test/two</guid></item><item><guid isPermaLink="false">17</guid></item>
    </channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.test/"/>

    <entry><link rel="edit" href="https://a.test/no"/><link href="https://a.test/one"/></entry>
    <entry><link rel="alternate" href="https://a.test/two"/><link href="https://a.test/three"/></entry>
    </feed>
    """,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><link>https://a.test/</link></channel>
    <item><link>https://a.test/one</link></item>
    <item><link>https://a.test/two</link></item>
    </rdf:RDF>
    """,
  ])
  func `a feed's articles are listed`(text: String) {
    let page = Self.page(text)
    #expect(page.first(.listing) == "feed")
    #expect(page.texts(.listed) == ["\t3\thttps://a.test/one", "\t4\thttps://a.test/two"])
  }

  @Test func `an index lists sitemaps`() {
    let page = Self.page(
      "<sitemapindex><sitemap><loc>https://a.test/1.xml</loc></sitemap></sitemapindex>")
    #expect(page.texts(.listedMap) == ["https://a.test/1.xml"])
  }

  @Test(arguments: [
    ("<html><body>No sitemap</body></html>", "its root is 'html'"),
    ("<urlset><url><loc>https://a.test/one</loc></url>", "no XML"),
    ("<urlset><url></urlset>", "no XML"), ("", "no XML"),
    ("<!DOCTYPE urlset [<!ENTITY a 'x'>]><urlset/>", "declares entities"),
    (
      "<urlset><url><loc>https://a.test/\(String(repeating: "x", count: 5_000))</loc></url></urlset>",
      "too long"
    ),
  ])
  func `what cannot be read to its end is told`(text: String, reason: String) {
    #expect(Self.page(text).doubt?.contains(reason) == true, "\(Self.page(text).doubt ?? "none")")
  }

  @Test func `entities that grow without bound are never expanded`() {
    var text =
      "<!DOCTYPE urlset [<!ENTITY a0 'https://a.test/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
    for level in 1..<30 {
      text += "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
    }
    text += "]><urlset><url><loc>&a29;</loc></url></urlset>"
    let page = Self.page(text)
    #expect(page.texts(.listed).isEmpty)
    #expect(page.doubt == "it declares entities")
  }

  @Test func `more addresses than a sitemap may have are told`() {
    let text =
      "<urlset>" + String(repeating: "<url><loc>https://a.test/</loc></url>", count: 50_001)
    let page = Self.page(text + "</urlset>")
    #expect(page.texts(.listed).count == 50_000)
    #expect(page.doubt == "it lists more than 50,000 addresses")
  }

  @Test func `a small file that inflates without end is left`() {
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    var pieces = 0
    let page = Self.page(
      [0x1F, 0x8B, 0],
      inflate: { _, body in
        while piece.withUnsafeBytes({ body($0) }) { pieces += 1 }
        return nil
      })
    #expect(page.doubt == "it is longer than is read")
    #expect(pieces == 50)
  }
}
