import Model
import Testing

@testable import Rules

@Suite struct TextTraitsTests {
  private func traits(_ text: String) -> TextTraits {
    Array(text.utf8).withUnsafeBufferPointer { TextTraits(of: $0) }
  }

  static let texts: [(text: String, traits: TextTraits)] = [
    ("plain text, 1 & only", [.ampersand]),
    ("a < b", [.lessThan]),
    ("a\tb\nc", []),
    ("a\rb", [.control]),
    ("\u{85}a", [.control, .nonASCII, .outerWhiteSpace]),
    (" a", [.outerWhiteSpace]),
    ("a\n", [.outerWhiteSpace]),
    ("a\u{3000}", [.outerWhiteSpace, .nonASCII, .mayCompose]),
    ("“it’s”…", [.nonASCII]),
    ("e\u{301}", [.nonASCII, .mayCompose]),
    ("\u{212B}", [.nonASCII, .mayCompose]),
    ("a\u{200B}", [.nonASCII, .invisible]),
    ("a\u{202E}b", [.nonASCII, .bidirectional]),
    ("\u{FFFD}", [.nonASCII, .replacement]),
    (
      String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self), [.nonASCII, .mayCompose, .noncharacter]
    ),
    ("Ã©", [.nonASCII, .mojibake]),
  ]

  @Test(arguments: texts) func `a text has its traits`(text: String, traits: TextTraits) {
    #expect(self.traits(text).subtracting(.mayCompose) == traits.subtracting(.mayCompose))
    if traits.contains(.mayCompose) { #expect(self.traits(text).contains(.mayCompose)) }
  }

  @Test(arguments: texts) func `a text has its traits wherever it stands`(
    text: String, traits: TextTraits
  ) {
    let inner = traits.subtracting([.outerWhiteSpace, .mayCompose])
    for before in 1..<18 {
      for after in [1, 9, 17] {
        let long =
          String(repeating: "a", count: before) + text + String(repeating: "z", count: after)
        #expect(self.traits(long).subtracting(.mayCompose) == inner, "\(before) \(after)")
      }
    }
  }

  @Test func `the source of a string gives the traits of its text, or none`() throws {
    let pieces = [
      "a", " ", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\t"#, #"\r"#, #"\u0041"#, #"\u00a0"#, "&", "<",
      "é", "’", "\u{301}", "Ã", "©", "\u{200B}", "n",
    ]
    var state: UInt64 = 42
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<1000 {
      let source = (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined()
      let record = try #require(TestRecord.record("\"\(source)\""))
      let text = try #require(record.root.utf8)
      let expected = text.withUnsafeBufferPointer { TextTraits(of: $0) }
      let found = Array(source.utf8).withUnsafeBufferPointer { TextTraits(ofSource: $0) }
      #expect(found == nil || found == expected, "\(source)")
    }
  }
}
