import Testing

@testable import Rules

@Suite struct RedactionTests {
  static let texts: [(text: String, shown: String)] = [
    ("https://u:p@a.example/b@c", "https://***@a.example/b@c"),
    ("see ftp://u@a and //v:w@b", "see ftp://***@a and //***@b"),
    ("https://a@b:c@d.example/", "https://***@d.example/"),
    ("https://a.example/@user", "https://a.example/@user"),
    ("https://a.example?x=//u@b", "https://a.example?x=//***@b"),
    ("desk@news.example", "desk@news.example"),
    ("//", "//"),
    ("", ""),
  ]

  @Test(arguments: texts) func `user names and passwords of addresses are starred`(
    text: String, shown: String
  ) {
    #expect(Redaction.withoutCredentials(text) == shown)
  }
}
