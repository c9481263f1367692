import Testing

@testable import Standards

@Suite struct SchemeSpellingTests {
  @Test(arguments: [
    ("htp://a.example", "http", 0..<6),
    ("htps://a.example", "https", 0..<7),
    ("hhtps://a.example", "https", 0..<8),
    ("ttps://a.example", "https", 0..<7),
    ("htttp://a.example", "http", 0..<8),
    ("HTPS://a.example", "https", 0..<7),
    ("hxxps://a.example", "https", 0..<8),
    ("hxxp://a.example", "http", 0..<7),
    ("htps:/a.example", "https", 0..<6),
    ("https//a.example", "https", 0..<7),
    ("http//a.example", "http", 0..<6),
    ("  htp//a.example", "http", 2..<7),
    ("https;//a.example", "https", 0..<8),
    ("http.//a.example", "http", 0..<7),
    ("https:://a.example", "https", 0..<9),
    ("https.://a.example", "https", 0..<9),
    ("http://https://a.example", "https", 0..<15),
    ("https://http//a.example", "http", 0..<14),
    ("https://https:/a.example", "https", 0..<15),
  ]) func `a misspelt scheme is mended`(_ text: String, _ intended: String, _ range: Range<Int>) {
    let spelling = SchemeSpelling(startOf: text)
    #expect(spelling?.intended == intended)
    #expect(spelling?.range == range)
  }

  @Test(arguments: [
    "https://a.example", "http://a.example", "https:/a", "https:a", "ftp://a", "sftp://a",
    "mailto:a@b",
    "help//a", "path//a", "a//b", "//a", "/a", "", "htp", "htp:", "htp://", "tel:+1", "http/a",
    "http",
    "ssh://a", "https", "https://https.example/", "https://http/", "javascript://a", "news://a",
    "é//a",
    "shop//a", "https://httpd.example//x",
  ]) func `what may be meant is left alone`(_ text: String) {
    #expect(SchemeSpelling(startOf: text) == nil)
  }
}
