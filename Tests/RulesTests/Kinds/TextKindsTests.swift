import Model
import Testing

@testable import Rules

/// What the kinds that look at characters take for a fault, and what they leave alone.
@Suite struct TextKindsTests {
  private func rules(_ json: String, pack: String = "shape") throws -> [String] {
    try RuleEngineTests.ids(json).filter { $0.hasPrefix(pack + "/") }
  }

  @Test(arguments: [
    "It’s “fine” — really…", "«CAFÉ» à “Saint-Malo”", "“AMANHÔ", "IRMÔ, disse", "NIÑO",
    "Århus ÅÄÖ", "Ünïcödé", "ÀÉÎÕÜ", "Ελλάδα", "Ирина и Ñandú", "日本語", "한국어", "می‌خواهم",
    "שָׁלוֹם", "हिन्दी", "ไทย", "Việt Nam", "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇩🇪 ❤️", "20 °C ± 1 µm", "½ × ¾", "naïve façade",
  ])
  func `text that people write is left alone`(title: String) throws {
    #expect(try rules(#"{"title": "\#(title)", "body_md": "\#(title)"}"#) == [])
  }

  @Test(arguments: [
    ("â€œquotedâ€", "“"), ("donâ€™t", "’"), ("cafÃ©", "é"), ("Ã\u{A0}", "à"), ("Â°", "°"),
    ("ðŸ˜€", "😀"), ("â‚¬5", "€"), ("ÐŸÑ€Ð¸", "Пр"), ("ï»¿x", "\u{FEFF}"), ("ï¿½", "\u{FFFD}"),
  ])
  func `text in the wrong encoding is told`(text: String, meant: String) throws {
    #expect(Mojibake.broken(in: Array(text.utf8)).first?.text == meant)
  }

  @Test func `controls in text of the wrong encoding are not told twice`() throws {
    #expect(try rules(#"{"body_md": "â€œquotedâ€\u009d"}"#) == ["shape/mojibake"])
  }

  @Test func `half a character is the reader's business`() throws {
    #expect(try rules(#"{"title": "a \ud83d b"}"#) == [])
    #expect(try rules(#"{"title": "a \ufffd b"}"#) == ["shape/control-character"])
  }

  @Test(arguments: [
    "AT&T", "R&D; more", "a < b > c", "I <3 you", "Vec<T>", "List<String>", "x<y", "& so on;",
    "Q&A", "5 &lt 6", "<", "&", "<>", "&;", "&#;",
  ])
  func `signs that are no markup are left alone`(title: String) throws {
    #expect(try rules(#"{"title": "\#(title)"}"#) == [])
  }

  @Test(arguments: [
    "a &amp; b", "it&#39;s", "it&#x2019;s", "<b>bold</b>", "line<br/>", "line<BR>", "</p>",
    "<!-- x -->", "<a href='x'>y</a>",
  ])
  func `markup is told`(title: String) throws {
    #expect(try rules(#"{"title": "\#(title)"}"#) == ["shape/markup-in-text"])
  }

  @Test func `a pile of marks costs little and is told`() throws {
    let title = "a" + String(repeating: "\u{301}\u{316}", count: 50_000)
    #expect(try rules(#"{"title": "\#(title)"}"#) == ["shape/not-nfc"])
  }

  @Test func `a fix writes letters anew and leaves the escapes around them`() throws {
    let text = #"{"title": "Cafe\u0301 \"x\" \/ \t u\u0308"}"#
    let record = try #require(TestRecord.record(text))
    let finding = try RuleEngineTests.engine().findings(in: record)
      .first { $0.rule.description == "shape/not-nfc" }
    #expect(finding?.suggestion?.edits.map(\.replacement) == ["é", "ü"])
    let marked = finding?.suggestion?.edits.map {
      String(decoding: Array(text.utf8)[$0.span.start.offset..<$0.span.end.offset], as: UTF8.self)
    }
    #expect(marked == [#"e\u0301"#, #"u\u0308"#])
  }

  @Test(arguments: [(40, 40), (1_001, 1)])
  func `very many broken places are mended by one edit`(places: Int, edits: Int) throws {
    let body = String(repeating: "Ã© ", count: places)
    let record = try #require(TestRecord.record(#"{"body_md": "\#(body)"}"#))
    let finding = try RuleEngineTests.engine().findings(in: record)
      .first { $0.rule.description == "shape/mojibake" }
    #expect(finding?.suggestion?.edits.count == edits)
    #expect(finding?.suggestion?.edits.first?.replacement.contains("Ã") == false)
  }
}
