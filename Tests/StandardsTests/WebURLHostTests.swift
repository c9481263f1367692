import IDN
import Testing

@testable import Standards

@Suite struct WebURLHostTests {
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
}
