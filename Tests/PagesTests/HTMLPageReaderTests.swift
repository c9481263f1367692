import Model
import Testing

@testable import Pages

@Suite struct HTMLPageReaderTests {
  private static let page = """
    <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Tide &amp; time \n tables</title>
    <link rel="canonical" href="https://a.test/tides">
    <link rel="alternate" hreflang="fr" href="/fr/marees">
    <link rel="alternate stylesheet" href="/x.css">
    <meta property="article:published_time" content="2026-06-25T14:59:57Z">
    <meta property="article:modified_time" content="2026-06-26T14:59:57Z">
    <meta name="ROBOTS" content="noindex">
    <meta http-equiv="Refresh" content="5; url=/elsewhere">
    </head><body><h1>Tide tables</h1><p>High water at the quay is at <b>noo</b>n today.</p>
    <script>var hidden = "never seen by anybody at all in here";</script></body></html>
    """

  @Test(arguments: [1, 7, 64, 100_000])
  func `the facts of a page do not depend on how it arrives`(chunk: Int) {
    let page = TestPage.html(Self.page, chunk: chunk)
    #expect(page.first(.title) == "Tide & time tables")
    #expect(page.first(.language) == "en-GB")
    #expect(page.texts(.canonical) == ["https://a.test/tides"])
    #expect(page.texts(.alternate) == ["fr\t/fr/marees"])
    #expect(page.texts(.published) == ["2026-06-25T14:59:57Z"])
    #expect(page.texts(.modified) == ["2026-06-26T14:59:57Z"])
    #expect(page.texts(.robots) == ["noindex"])
    #expect(page.first(.refresh) == "5; url=/elsewhere")
    #expect(page.doubt == nil)
    #expect(WordSketch(page)?.words == 11)
  }

  @Test func `facts are found under 256 levels of elements`() {
    let deep = String(repeating: "<div>", count: 300)
    let page = TestPage.html(
      "<title>T</title><body>\(deep)<p>one two three four</p><link rel=canonical href=/c>")
    #expect(page.first(.title) == "T")
    #expect(page.texts(.canonical) == ["/c"])
    #expect(WordSketch(page)?.words == 4)
  }

  @Test func `NULs hide nothing`() {
    let page = TestPage.html("<html><head>\0<title>A\0B</title>\0\0<link rel=canonical href=/c>")
    #expect(page.first(.title) == "AB")
    #expect(page.texts(.canonical) == ["/c"])
  }

  @Test func `the title of a picture is none of the page`() {
    let page = TestPage.html("<svg><title>Icon</title></svg><title>Page</title><title>No</title>")
    #expect(page.texts(.title) == ["Page"])
  }

  @Test func `all canonical addresses are kept, and the base`() {
    let page = TestPage.html(
      "<base href='https://b.test/'><link rel=canonical href=/1><link rel='x CANONICAL' href=/2>")
    #expect(page.texts(.canonical) == ["/1", "/2"])
    #expect(page.texts(.base) == ["https://b.test/"])
  }

  @Test func `the head of the answer counts too`() {
    let page = TestPage.page(
      Array("<title>x</title>".utf8),
      fields: [
        ("link", "</style.css>; rel=preload, <https://a.test/c>; rel=\"canonical\""),
        ("x-robots-tag", "noindex"), ("content-language", "en, fr"),
      ])
    #expect(page.texts(.linkCanonical) == ["https://a.test/c"])
    #expect(page.texts(.robotsField) == ["noindex"])
    #expect(page.texts(.contentLanguage) == ["en, fr"])
  }

  @Test(
    arguments: [
      ("text/html; charset=windows-1252", [0x63, 0x61, 0x66, 0xE9]),
      ("text/html", [0xFF, 0xFE]), ("text/html", [0xFE, 0xFF]),
      ("text/html; charset=ISO-8859-1", [0x63, 0x61, 0x66, 0xE9]),
    ] as [(String, [UInt8])])
  func `titles are decoded from their charset`(type: String, start: [UInt8]) {
    let text = "<title>café</title>"
    let bytes: [UInt8] =
      switch start.first {
      case 0xFF: start + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case 0xFE: start + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: Array("<title>".utf8) + start + Array("</title>".utf8)
      }
    let page = TestPage.page(bytes, type: type)
    #expect(page.first(.title) == "café")
    #expect(page.first(.charsetBroken) == nil)
  }

  @Test func `bytes that the charset does not have are told`() {
    let page = TestPage.page(Array("<title>caf".utf8) + [0xE9] + Array("</title>".utf8))
    #expect(page.first(.charsetBroken) == "utf-8")
    #expect(page.first(.title) == "caf\u{FFFD}")
  }

  @Test func `half a page is doubted`() {
    #expect(TestPage.html("<title>x", end: .doubtful("the page broke off")).doubt != nil)
    let half = TestPage.html("<html><body>half", end: .compressed)
    #expect(half.isEndUnseen && half.doubt != nil)
    let whole = TestPage.html("<html><body>whole</body></html>", end: .compressed)
    #expect(!whole.isEndUnseen && whole.doubt == nil)
  }

  @Test func `what is no HTML is not read`() {
    let page = TestPage.html("<title>x</title>", type: "image/png")
    #expect(page.first(.title) == nil)
    #expect(page.first(.contentType) == "image/png")
    #expect(page.doubt != nil)
  }

  @Test func `a hostile page is bounded`() {
    let canonicals = String(repeating: "<link rel=canonical href=/c>", count: 10_000)
    let words = (0..<60_000).map { "word\($0)" }.joined(separator: " ")
    let page = TestPage.html("<title>\(words)</title>\(canonicals)<body>\(words)")
    #expect(page.facts.count < 200)
    #expect(page.facts.allSatisfy { $0.text.utf8.count <= PageFact.longest })
    #expect(WordSketch(page)?.words == 60_000)
  }
}
