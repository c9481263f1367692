import Model
import Testing

@Suite struct JSONTextTests {
  /// `{"a":"<text>"}` with the tape a reader would make.
  private func text(_ source: String) -> JSONText? {
    let bytes = Array("{\"a\":\"\(source)\"}".utf8)
    let end = bytes.count - 1
    let tape = [
      Node(kind: .object, start: 0, end: bytes.count, next: 3),
      Node(kind: .key, start: 1, end: 4, next: 2),
      Node(kind: .string, hasEscapes: source.contains("\\"), start: 5, end: end, next: 3),
    ]
    return Document(bytes: bytes, tape: tape, origin: Origin(file: "a.json"))
      .root.member("a")?.text
  }

  @Test(arguments: [
    ("plain", "plain"), (#"a\nb"#, "a\nb"), (#"\u00e9"#, "é"), (#"\uD83D\uDE00!"#, "😀!"),
    (#"\\\"\/\b\f\r\t"#, "\\\"/\u{8}\u{C}\r\t"), (#"\ud83d"#, "\u{FFFD}"),
    (#"\ud83dA"#, "\u{FFFD}A"), ("", ""),
  ])
  func `escapes are decoded`(source: String, decoded: String) throws {
    #expect(try #require(text(source)).decoded() == Array(decoded.utf8))
  }

  @Test func `every decoded offset is found again in the source`() throws {
    let text = try #require(self.text(#"x\n\u00e9\uD83D\uDE00y"#))
    // Decoded: x LF é(2) 😀(4) y. Source, from byte 6: x, \n, \u00e9, the pair, y.
    let starts = [0: 6, 1: 7, 2: 9, 4: 15, 8: 27]
    for (decoded, source) in starts {
      #expect(text.sourceRange(ofDecoded: decoded..<decoded + 1).lowerBound == source)
      #expect(text.sourceRange(ofDecoded: decoded..<decoded) == source..<source)
    }
    #expect(text.sourceRange(ofDecoded: 2..<4) == 9..<15)
    #expect(text.sourceRange(ofDecoded: 4..<8) == 15..<27)
    #expect(text.sourceRange(ofDecoded: 0..<9) == 6..<28)
    #expect(text.sourceRange(ofDecoded: 9..<9) == 28..<28)
  }
}
