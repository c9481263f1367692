import IDN
import Testing

@testable import Standards

@Suite struct WebURLTests {
  /// A text and what a browser makes of it. WHATWG URL Standard.
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let href: String
    init(_ text: String, _ href: String) { (self.text, self.href) = (text, href) }
    var testDescription: String { text }
  }

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
    Reading("2130706433", "127.0.0.1"),
    Reading("0x7f.1", "127.0.0.1"),
    Reading("0177.0.0.1", "127.0.0.1"),
    Reading("127.1", "127.0.0.1"),
    Reading("0", "0.0.0.0"),
    Reading("017700000001", "127.0.0.1"),
    Reading("127.000.000.001", "127.0.0.1"),
    Reading("127.0.0.0x1", "127.0.0.1"),
    Reading("00000127.0.0.1", "87.0.0.1"),
    Reading("0x7f000001", "127.0.0.1"),
    Reading("0X7F.0x", "127.0.0.0"),
    Reading("127.0.0.1.", "127.0.0.1"),
    Reading("4294967295", "255.255.255.255"),
    Reading("127%2e0%2e0%2e1", "127.0.0.1"),
    Reading("%31%32%37.0.0.1", "127.0.0.1"),
    Reading("127\u{3002}0\u{3002}0\u{3002}1", "127.0.0.1"),
    Reading("127\u{FF0E}0\u{FF61}0.1", "127.0.0.1"),
    Reading("①②⑦.0.0.1", "127.0.0.1"),
    Reading("１２７.0.0.1", "127.0.0.1"),
    Reading("%6c%6f%63alhost", "localhost"),
    Reading("LOCALHOST", "localhost"),
    Reading("localhost.", "localhost."),
    Reading("user@127.0.0.1", "127.0.0.1"),
    Reading("good.example\\@127.0.0.1", "good.example"),
    Reading("a@b@127.0.0.1", "127.0.0.1"),
    Reading("127.0.0.1;@good.example", "good.example"),
    Reading("127.0.0.1#@good.example", "127.0.0.1"),
    Reading("127.0.0.1?@good.example", "127.0.0.1"),
    Reading("1\t27.0.\r\n0.1", "127.0.0.1"),
    Reading("[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
    Reading("[::FFFF:7f00:1]", "[::ffff:7f00:1]"),
    Reading("[0:0:0:0:0:0:0:1]", "[::1]"),
    Reading("[2001:db8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"),
    Reading("[1:0:2:0:3:0:4:0]", "[1:0:2:0:3:0:4:0]"),
    Reading("a..b", "a..b"),
    Reading("-a.example", "-a.example"),
    Reading(".example.com", ".example.com"),
    Reading("a_b.example", "a_b.example"),
    Reading("1.2.3.4.example", "1.2.3.4.example"),
  ]) func `host tricks end where a browser would go`(_ reading: Reading) throws {
    #expect(try WebURL("http://" + reading.text + "/").hostText == reading.href)
  }

  @Test(arguments: [
    Reading("bücher.example", "xn--bcher-kva.example"),
    Reading("BÜCHER.example", "xn--bcher-kva.example"),
    Reading("b%C3%BCcher.example", "xn--bcher-kva.example"),
    Reading("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
    Reading("faß.example", "xn--fa-hia.example"),
    Reading("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
    Reading("r3---sn.bücher.example", "r3---sn.xn--bcher-kva.example"),
    Reading("💩.la", "xn--ls8h.la"),
    Reading("ﬁ.example", "fi.example"),
    Reading("a\u{AD}b.example", "ab.example"),
  ]) func `international names become A-labels`(_ reading: Reading) throws {
    #expect(try WebURL("https://\(reading.text)/").host == .domain(reading.href))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: WebURLError.Reason
    let offset: Int
    init(_ text: String, _ reason: WebURLError.Reason, at offset: Int) {
      (self.text, self.reason, self.offset) = (text, reason, offset)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Refusal("", .notAbsolute, at: 0),
    Refusal("   ", .notAbsolute, at: 3),
    Refusal("/a", .notAbsolute, at: 0),
    Refusal("//a.example/b", .notAbsolute, at: 0),
    Refusal("  a.example/b", .notAbsolute, at: 2),
    Refusal("1http://a", .badScheme, at: 0),
    Refusal("https://", .noHost, at: 8),
    Refusal("https:///", .noHost, at: 9),
    Refusal("https://:80/", .noHost, at: 8),
    Refusal("https://user@/", .noHost, at: 13),
    Refusal("https://?q", .noHost, at: 8),
    Refusal("https://\u{AD}/", .noHost, at: 8),
    Refusal("https://exa mple/", .badHost(.forbiddenByte(0x20)), at: 11),
    Refusal(" \thttps://exa mple/", .badHost(.forbiddenByte(0x20)), at: 13),
    Refusal("https://a\u{7F}b/", .badHost(.forbiddenByte(0x7F)), at: 9),
    Refusal("https://a%00b/", .badHost(.forbiddenByte(0)), at: 8),
    Refusal("https://127.0.0.1%00.good.example/", .badHost(.forbiddenByte(0)), at: 8),
    Refusal("https://good.example%40127.0.0.1/", .badHost(.forbiddenByte(0x40)), at: 8),
    Refusal("https://a%zz/", .badHost(.forbiddenByte(0x25)), at: 9),
    Refusal("https://a<b/", .badHost(.forbiddenByte(0x3C)), at: 9),
    Refusal("https://a[b/", .badHost(.forbiddenByte(0x5B)), at: 9),
    Refusal("https://a%FF/", .badHost(.label(.disallowedCodePoint)), at: 8),
    Refusal("https://xn--a/", .badHost(.label(.invalidPunycode)), at: 8),
    Refusal("https://www.xn--/", .badHost(.label(.invalidPunycode)), at: 12),
    Refusal("https://é.אa.example/", .badHost(.label(.mixedDirection)), at: 11),
    Refusal("https://4294967296/", .badHost(.ipv4(.outOfRange)), at: 8),
    Refusal("https://256.1.1.1/", .badHost(.ipv4(.outOfRange)), at: 8),
    Refusal("https://1.2.3.4.5/", .badHost(.ipv4(.tooManyParts)), at: 8),
    Refusal("https://1..2/", .badHost(.ipv4(.notANumber)), at: 8),
    Refusal("https://08/", .badHost(.ipv4(.notANumber)), at: 8),
    Refusal("https://a.0x7f/", .badHost(.ipv4(.notANumber)), at: 8),
    Refusal("https://[1.2.3.4]/", .badHost(.ipv6(.tooFewPieces)), at: 9),
    Refusal("https://[::1.2.3.256]/", .badHost(.ipv6(.badIPv4Part)), at: 9),
    Refusal("https://[v1.fe]/", .badHost(.ipv6(.unexpectedCharacter)), at: 9),
    Refusal("https://[fe80::1%25eth0]/", .badHost(.ipv6(.unexpectedCharacter)), at: 9),
    Refusal("https://[fe80::1%eth0]/", .badHost(.ipv6(.unexpectedCharacter)), at: 9),
    Refusal("https://[::1/", .badHost(.ipv6(.unclosed)), at: 8),
    Refusal("https://[1::2::3]/", .badHost(.ipv6(.secondCompression)), at: 9),
    Refusal("https://[1:2:3]/", .badHost(.ipv6(.tooFewPieces)), at: 9),
    Refusal("https://[1:2:3:4:5:6:7:8:9]/", .badHost(.ipv6(.tooManyPieces)), at: 9),
    Refusal("https://a:b/", .badPort, at: 10),
    Refusal("https://a:8 0/", .badPort, at: 11),
    Refusal("https://a:65536/", .portOutOfRange, at: 10),
    Refusal("https://[::1]x/", .badHost(.ipv6(.unclosed)), at: 8),
  ]) func `what no browser opens is refused with its place`(_ refusal: Refusal) {
    #expect(throws: WebURLError(reason: refusal.reason, offset: refusal.offset)) {
      try WebURL(refusal.text)
    }
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
