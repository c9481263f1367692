import Testing

@testable import Rules

@Suite struct JSONEscapingTests {
  static let texts: [(text: String, escaped: String)] = [
    ("plain é 😀 / '", "plain é 😀 / '"),
    ("\"\\", #"\"\\"#),
    ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
    ("\0\u{1}\u{1F}", #"\u0000\u0001\u001f"#),
    ("\u{7F}\u{2028}", "\u{7F}\u{2028}"),
  ]

  @Test(arguments: texts) func `only what must be escaped is, in the shortest way`(
    text: String, escaped: String
  ) {
    #expect(JSONEscaping.escaped(text.utf8) == escaped)
  }
}
