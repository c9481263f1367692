import Testing

@testable import Standards

/// A text and what a browser makes of it. WHATWG URL Standard.
struct Reading: Sendable, CustomTestStringConvertible {
  let text: String
  let href: String
  init(_ text: String, _ href: String) { (self.text, self.href) = (text, href) }
  var testDescription: String { text }
}

@Suite struct WebURLTests {
  @Test(arguments: [
    Reading("https://a.example", "https://a.example/"),
    Reading("HTTPS://A.Example/B", "https://a.example/B"),
    Reading("  https://a.example/x \n", "https://a.example/x"),
    Reading("ht\ttps://a.ex\nample/\rx", "https://a.example/x"),
    Reading("http:a.example", "http://a.example/"),
    Reading("http:/a.example", "http://a.example/"),
    Reading("http:///a.example", "http://a.example/"),
    Reading("http:\\\\a.example\\b\\c", "http://a.example/b/c"),
    Reading("http:/\\a.example", "http://a.example/"),
    Reading("https://a.example:443/", "https://a.example/"),
    Reading("http://a.example:80", "http://a.example/"),
    Reading("http://a.example:443", "http://a.example:443/"),
    Reading("http://a.example:", "http://a.example/"),
    Reading("http://a.example:080/", "http://a.example/"),
    Reading("http://a.example:0/", "http://a.example:0/"),
    Reading("http://a.example:00065535/", "http://a.example:65535/"),
    Reading("http://a.example?q", "http://a.example/?q"),
    Reading("http://a.example#f", "http://a.example/#f"),
    Reading("http://a.example?#", "http://a.example/?#"),
    Reading("http://a.example/?", "http://a.example/?"),
    Reading("http://a.example/#", "http://a.example/#"),
    Reading("http://a.example/a?b#c?d#e", "http://a.example/a?b#c?d#e"),
    Reading("http://a.example/?a?b=/c", "http://a.example/?a?b=/c"),
  ]) func `a browser's reading is taken`(_ reading: Reading) throws {
    #expect(try WebURL(reading.text).serialized == reading.href)
  }

  @Test(arguments: [
    Reading("/a/./b", "/a/b"),
    Reading("/a/../b", "/b"),
    Reading("/a/b/..", "/a/"),
    Reading("/a/b/.", "/a/b/"),
    Reading("/../../a", "/a"),
    Reading("/a/%2e/b/%2E%2e/c", "/a/c"),
    Reading("/a/.%2e", "/"),
    Reading("/a/..b", "/a/..b"),
    Reading("/a/...", "/a/..."),
    Reading("/a//../b", "/a/b"),
    Reading("//a", "//a"),
    Reading("/a/%2f/..", "/a/"),
    Reading("/a\\..\\b", "/b"),
  ]) func `dot segments are removed`(_ reading: Reading) throws {
    #expect(try WebURL("https://x" + reading.text).path == reading.href)
  }

  @Test(arguments: [
    Reading("/a b", "/a%20b"),
    Reading("/a\"<>`{}^|b", "/a%22%3C%3E%60%7B%7D%5E|b"),
    Reading("/é", "/%C3%A9"),
    Reading("/%7g%", "/%7g%"),
    Reading("/\u{1}\u{7F}", "/%01%7F"),
    Reading("/a'b~[]", "/a'b~[]"),
    Reading("/?a b\"<>'`{}^|", "/?a%20b%22%3C%3E%27`{}^|"),
    Reading("/?é#é `<>\"{}^'", "/?%C3%A9#%C3%A9%20%60%3C%3E%22{}^'"),
    Reading("/?a\\b#c\\d", "/?a\\b#c\\d"),
    Reading("/%c3%a9", "/%c3%a9"),
  ]) func `each part has its encode set`(_ reading: Reading) throws {
    #expect(try WebURL("https://x" + reading.text).serialized == "https://x" + reading.href)
  }

  @Test(arguments: [
    Reading("g", "http://a/b/c/g"),
    Reading("./g", "http://a/b/c/g"),
    Reading("g/", "http://a/b/c/g/"),
    Reading("/g", "http://a/g"),
    Reading("//g", "http://g/"),
    Reading("\\\\g", "http://g/"),
    Reading("///g", "http://g/"),
    Reading("?y", "http://a/b/c/d;p?y"),
    Reading("g?y", "http://a/b/c/g?y"),
    Reading("#s", "http://a/b/c/d;p?q#s"),
    Reading("g#s", "http://a/b/c/g#s"),
    Reading(";x", "http://a/b/c/;x"),
    Reading("", "http://a/b/c/d;p?q"),
    Reading(".", "http://a/b/c/"),
    Reading("..", "http://a/b/"),
    Reading("../g", "http://a/b/g"),
    Reading("../../../g", "http://a/g"),
    Reading("/../g", "http://a/g"),
    Reading("g;x=1/../y", "http://a/b/c/y"),
    Reading("g?y/../x", "http://a/b/c/g?y/../x"),
    Reading("http:g", "http://a/b/c/g"),
    Reading("http:/g", "http://a/g"),
    Reading("http:", "http://a/b/c/d;p?q"),
    Reading("https:g", "https://g/"),
    Reading("mailto:x", "mailto:x"),
    Reading("\\g", "http://a/g"),
    Reading("a:b", "a:b"),
    Reading("1:b", "http://a/b/c/1:b"),
  ]) func `references are resolved`(_ reading: Reading) throws {
    let base = try WebURL("http://a/b/c/d;p?q#old")
    #expect(try WebURL(reading.text, base: base).serialized == reading.href)
  }

  @Test func `a base keeps its port and its credentials`() throws {
    let base = try WebURL("https://u:p@a.example:8443/x/y")
    #expect(try WebURL("/z", base: base).serialized == "https://u:p@a.example:8443/z")
    #expect(try WebURL("//b.example", base: base).serialized == "https://b.example/")
  }

  @Test(arguments: [
    Reading("mailto:a b@x.example", "mailto:a b@x.example"),
    Reading("MAILTO:é", "mailto:%C3%A9"),
    Reading("javascript:alert(1)//\n2", "javascript:alert(1)//2"),
    Reading("data:text/html,<b>#x y", "data:text/html,<b>#x%20y"),
    Reading("ftp://A.example/../b", "ftp://A.example/../b"),
    Reading("tel:+1", "tel:+1"),
    Reading("x:a  ?b", "x:a %20?b"),
    Reading("x-y.z+1:?q'", "x-y.z+1:?q'"),
  ]) func `other schemes are opaque`(_ reading: Reading) throws {
    let url = try WebURL(reading.text)
    #expect(url.serialized == reading.href)
    #expect(!url.isWeb && url.host == nil && url.origin == nil)
  }

  @Test func `an opaque base resolves fragments only`() throws {
    let base = try WebURL("mailto:x?subject=y#old")
    #expect(try WebURL("#new", base: base).serialized == "mailto:x?subject=y#new")
    #expect(throws: WebURLError(reason: .notAbsolute, offset: 0)) {
      try WebURL("a", base: base)
    }
  }

  @Test func `every part is at hand`() throws {
    let url = try WebURL("https://u@A.example:8443/p/q?r=s#t%20u")
    #expect(url.scheme == "https")
    #expect(url.hasCredentials && url.isWeb && url.isSecure)
    #expect(url.host == .domain("a.example"))
    #expect(url.port == 8443 && url.effectivePort == 8443)
    #expect(url.origin == "https://a.example:8443")
    #expect(url.path == "/p/q")
    #expect(url.query == "r=s")
    #expect(url.fragment == "t%20u")
    #expect(url.serializedWithoutFragment == "https://u@a.example:8443/p/q?r=s")
    #expect(url.withoutFragment.serialized == url.serializedWithoutFragment)
    #expect(url.withoutFragment.fragment == nil)
  }

  @Test func `empty query and fragment differ from none`() throws {
    let url = try WebURL("https://a/?#")
    #expect(url.query == "" && url.fragment == "" && url.path == "/")
    #expect(url.effectivePort == 443 && url.port == nil)
    let bare = try WebURL("https://a/")
    #expect(bare.query == nil && bare.fragment == nil && !bare.hasCredentials)
  }

  @Test(arguments: [
    Reading("https://a/%7euser/%C3%a9", "https://a/~user/%C3%A9"),
    Reading("https://a/x?%61=%2f#frag", "https://a/x?a=%2F"),
    Reading("https://a/x?a=1&a=1", "https://a/x?a=1&a=1"),
    Reading("https://a/x?", "https://a/x?"),
    Reading("https://a/%2541", "https://a/%2541"),
    Reading("https://a/%zz%%41", "https://a/%25zz%25A"),
    Reading("https://a/b%2Ec", "https://a/b.c"),
  ]) func `identity undoes needless escapes only`(_ reading: Reading) throws {
    #expect(try WebURL(reading.text).identity == reading.href)
  }

  @Test func `reading a serialised URL changes nothing`() throws {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "B", "/", "\\", ".", "..", "%2e", "%", "%41", "?", "#", "@", ":", "é", "💩", " ", "\t",
      "[", "]", "0x7f", "127.1", "'", "\"", "<", "^", "|", "{", "xn--bcher-kva", "。", "//", "&=",
      "\u{0}", "\u{7F}", "-", "_", "~", ":80", "::1",
    ]
    let heads = ["http://", "https:", "https://a.example/", "https://x@", "mailto:", "//", "", "/"]
    let base = try WebURL("https://b.example/p/q?r#s")
    var count = 0
    for _ in 0..<20_000 {
      var text = heads[random(heads.count)]
      for _ in 0..<random(9) { text += pieces[random(pieces.count)] }
      guard let reading = try? URLReading(text, base: base) else { continue }
      count += 1
      let url = reading.url
      guard let again = try? WebURL(url.serialized) else {
        Issue.record("\(text) gives \(url.serialized), which is refused")
        continue
      }
      #expect(again.serialized == url.serialized, "\(text)")
      #expect(again.layout == url.layout, "\(text)")
      #expect(try WebURL(url.serializedWithoutFragment) == url.withoutFragment, "\(text)")
      #expect(try WebURL(url.identity).identity == url.identity, "\(text)")
      for note in reading.notes { #expect(note.range.upperBound <= text.utf8.count, "\(text)") }
    }
    #expect(count > 5_000)
  }
}
