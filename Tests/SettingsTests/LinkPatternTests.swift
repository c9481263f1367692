import Settings
import Testing

@Suite struct LinkPatternTests {
  @Test(arguments: [
    ("a.example", "https://a.example/x", true),
    ("A.example", "https://a.example:8443", true),
    ("a.example", "https://b.a.example/", false),
    ("*.a.example", "https://b.a.example/", true),
    ("*.a.example", "https://a.example/", false),
    ("*.a.example", "https://evil.example/?x.a.example", false),
    ("https://a.example/old/*", "https://a.example/old/1", true),
    ("https://a.example/old/*", "https://a.example/new/1", false),
    ("https://*/feed", "https://b.example/a/feed", true),
    ("https://a.example/*x*y", "https://a.example/1x2y", true),
    ("https://a.example/xy*y", "https://a.example/xy", false),
    ("https://a.example/", "https://a.example/", true),
    (#"/\.pdf$/"#, "https://a.example/x.pdf", true),
    (#"/\.pdf$/"#, "https://a.example/x.pdf?y", false),
    ("/^http:/", "https://a.example/", false),
  ])
  func `a link is of a sort or not`(pattern: String, url: String, fits: Bool) throws {
    #expect(try LinkPattern(pattern).matches(url) == fits)
  }

  @Test(arguments: ["", "a b", "a.example:80", "/path", "//", "/(/"])
  func `what is neither is refused`(
    text: String
  ) {
    #expect(throws: PatternFault.self) { try LinkPattern(text) }
  }
}
