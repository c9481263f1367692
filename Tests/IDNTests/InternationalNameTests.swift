import Testing

@testable import IDN

@Suite struct InternationalNameTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let unicode: String
    let ascii: String
    init(_ unicode: String, _ ascii: String) { (self.unicode, self.ascii) = (unicode, ascii) }
    var testDescription: String { unicode }
  }

  static let pairs = [
    Pair("bücher.example", "xn--bcher-kva.example"),
    Pair("faß.de", "xn--fa-hia.de"),
    Pair("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
    Pair("例え.テスト", "xn--r8jz45g.xn--zckzah"),
    Pair("نامه\u{200C}ای", "xn--mgba3gch31f060k"),
    Pair("ä--ä", "xn-----uiac"),
    Pair("☃.net", "xn--n3h.net"),
    Pair("💩.la", "xn--ls8h.la"),
    Pair("i❤.ws", "xn--i-7iq.ws"),
    Pair("'💩&", "xn--'&-8t72a"),
    Pair("a..é", "a..xn--9ca"),
    Pair("plain.example", "plain.example"),
    Pair("", ""),
  ]

  @Test(arguments: pairs) func `a name has one ASCII form`(_ pair: Pair) throws {
    let ascii = try InternationalName.asciiForm(of: Array(pair.unicode.utf8))
    #expect(String(decoding: ascii, as: UTF8.self) == pair.ascii)
    #expect(try InternationalName.asciiForm(of: ascii) == ascii)
  }

  @Test(arguments: pairs) func `the ASCII form is shown in Unicode`(_ pair: Pair) {
    let shown = InternationalName.unicodeForm(of: Array(pair.ascii.utf8))
    #expect(shown == Array(pair.unicode.utf8))
  }

  @Test(arguments: [
    Pair("BÜCHER.Example", "xn--bcher-kva.example"),
    Pair("Bu\u{308}cher", "xn--bcher-kva"),
    Pair("ｘn--bcher-kva", "xn--bcher-kva"),
    Pair("127\u{3002}0\u{FF0E}0\u{FF61}1", "127.0.0.1"),
    Pair("①②⑦", "127"),
    Pair("❤\u{FE0F}", "xn--qei"),
    Pair("\u{AD}", ""),
    Pair("r3---sn.é", "r3---sn.xn--9ca"),
    Pair("-a.é", "-a.xn--9ca"),
    Pair("a_b.é", "a_b.xn--9ca"),
  ]) func `what UTS 46 maps is mapped`(_ pair: Pair) throws {
    let ascii = try InternationalName.asciiForm(of: Array(pair.unicode.utf8))
    #expect(String(decoding: ascii, as: UTF8.self) == pair.ascii)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let reason: InternationalNameError.Reason
    let offset: Int
    init(_ name: String, _ reason: InternationalNameError.Reason, at offset: Int = 0) {
      (self.name, self.reason, self.offset) = (name, reason, offset)
    }
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refusal("xn--", .invalidPunycode),
    Refusal("xn--a", .invalidPunycode),
    Refusal("www.xn--x", .invalidPunycode, at: 4),
    Refusal("xn--a💩", .invalidPunycode),
    Refusal("a\u{200D}b", .misplacedJoiner),
    Refusal("אa", .mixedDirection),
    Refusal("é.\u{FFFD}", .disallowedCodePoint, at: 3),
    Refusal("é\u{0}", .disallowedCodePoint),
    Refusal("\u{301}a", .malformedLabel),
    Refusal(String(repeating: "é", count: 70), .tooLong),
    Refusal(String(repeating: "💩", count: 70), .disallowedCodePoint),
    Refusal("a.xn--" + String(repeating: "a", count: 100_000), .tooLong, at: 2),
    Refusal(String(repeating: "💩", count: 100_000), .tooLong),
  ]) func `a label without ASCII form is refused`(_ refusal: Refusal) {
    #expect {
      try InternationalName.asciiForm(of: Array(refusal.name.utf8))
    } throws: { error in
      let error = error as? InternationalNameError
      return error?.reason == refusal.reason && error?.labelOffset == refusal.offset
    }
  }

  @Test(arguments: ["xn--", "xn--a", "xn--99999999", "xn--\u{FF}", "a.xn---.b"])
  func `what is no A-label is shown as it is`(_ name: String) {
    #expect(InternationalName.unicodeForm(of: Array(name.utf8)) == Array(name.utf8))
  }
}

@Suite struct PunycodeTests {
  /// RFC 3492, section 7.1.
  @Test(arguments: [
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
    ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
    ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
    ("-> $1.00 <-", "-> $1.00 <--"),
  ]) func `the samples of the RFC come out both ways`(_ text: String, _ code: String) {
    #expect(Punycode.encoded(Array(text.unicodeScalars)) == Array(code.utf8))
    #expect(Punycode.decoded(Array(code.utf8)[...]) == Array(text.utf8))
  }

  @Test(arguments: ["!", "99999999", "a-\u{E9}", "zzzzzzzzzzzzzzzzzzzz"])
  func `what is none decodes to nothing`(_ code: String) {
    #expect(Punycode.decoded(Array(code.utf8)[...]) == nil)
  }
}
