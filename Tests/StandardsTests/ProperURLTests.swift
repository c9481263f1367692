import Testing

@testable import Standards

@Suite struct ProperURLTests {
  @Test(arguments: [
    "https://a.example/", "http://a.example:8080/b/c.html?d=e&f=g#h", "http://127.0.0.1:81/",
    "https://a-b.c_d.example/.well-known/x..y/%C3%A9?%26#%20", "http://a.example:443/",
    "https://a/b?", "https://a/#", "https://a/b//c/",
  ]) func `an address as it is asked for is proper`(_ text: String) throws {
    let proper = try #require(ProperURL(text))
    let reading = try URLReading(reading: Array(text.utf8), base: nil)
    #expect(reading.notes.isEmpty && reading.url.serialized == text)
    #expect(proper.layout == reading.url.layout && proper.parts == reading.parts)
  }

  @Test(arguments: [
    "", "http://", "https://a", "https:/a/", "https:///a/", "HTTPS://a/", "https://A/",
    "https://a:443/", "http://a:80/", "https://a:/", "https://a:08/", "https://a:65536/",
    "https://a..b/", "https://.a/", "https://a./", "https://xn--bcher-kva.example/",
    "https://127.1/", "https://127.0.0.01/", "https://1.2.3.4.5/", "https://256.0.0.1/",
    "https://a.0x7f/", "https://a.7b/", "https://u@a/", "https://[::1]/", "https://a/./b",
    "https://a/..", "https://a/b/..?c", "https://a/.#b", "https://a/%2e/", "https://a/%61",
    "https://a/%c3", "https://a/%", "https://a/%4", "https://a/b c", "https://a/\u{E9}",
    "https://a/\\b", "https://a/?'", "https://a/#`", "https://a/\tb", " https://a/", "ftp://a/",
    "/b", "#c", "mailto:a@b.example",
  ]) func `what is read otherwise, or may be, is not`(_ text: String) {
    #expect(ProperURL(text) == nil)
  }

  @Test func `whatever is taken for proper is read alike`() throws {
    let pieces = [
      "http", "https", "://", ":", "/", "//", "a", "b.example", "127.0.0.1", "0", "1", "443", "80",
      "8080", ".", "..", "-", "--", "_", "x", "%", "%20", "%2E", "%41", "%c3", "%C3", "?", "#", "&",
      "=", "@", "'", "\"", " ", "\\", "[", "]", "{", "|", "~", "!", "A", "\u{E9}", "\u{7F}", "\t",
    ]
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var taken = 0
    for _ in 0..<60_000 {
      var text =
        random(below: 8) > 0
        ? ["http://a", "https://b.example/", "http://1.2.3.4"][random(below: 3)] : ""
      for _ in 0..<random(below: 9) { text += pieces[random(below: pieces.count)] }
      guard let proper = ProperURL(text) else { continue }
      taken += 1
      let reading = try URLReading(reading: Array(text.utf8), base: nil)
      #expect(reading.notes.isEmpty && reading.url.serialized == text, "\(text)")
      #expect(reading.url.identity == reading.url.serializedWithoutFragment, "\(text)")
      #expect(!reading.url.hasCredentials && reading.url.isWeb, "\(text)")
      #expect(proper.layout == reading.url.layout && proper.parts == reading.parts, "\(text)")
    }
    #expect(taken > 5_000)
  }
}
