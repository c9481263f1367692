import Testing

@testable import Standards

@Suite struct ScriptCensusTests {
  @Test(arguments: [
    ("Hello, world! 123", "Latn"), ("Привет, мир", "Cyrl"), ("Γειά σου", "Grek"), ("漢字", "Hani"),
    ("ひらがな", "Hira"),
    ("カタカナ", "Kana"), ("한국어", "Hang"), ("مرحبا", "Arab"), ("שלום", "Hebr"), ("नमस्ते", "Deva"),
    ("สวัสดี", "Thai"),
    ("বাংলা", "Beng"), ("தமிழ்", "Taml"), ("ქართული", "Geor"), ("Հայերեն", "Armn"), ("ትግርኛ", "Ethi"),
    ("ㄅㄆㄇ", "Bopo"),
    ("𐐀𐐁", "Dsrt"), ("naïve Ærø ﬁ", "Latn"), ("Привет hello мир", "Cyrl"),
  ]) func `the dominant script is found`(_ text: String, _ code: String) {
    #expect(ScriptCensus(text).dominant?.code == code)
  }

  @Test(arguments: ["", "123 -.,!", "💩 ☃", "\u{301}", "\u{E000}"])
  func `a text without letters has none`(_ text: String) {
    let census = ScriptCensus(text)
    #expect(census.dominant == nil && census.total == 0 && census.share(of: [.latin]) == 0)
  }

  @Test func `letters are counted by script`() throws {
    let census = ScriptCensus("abc где 漢 d")
    #expect(census.counts == [.latin: 4, .cyrillic: 3, .han: 1])
    #expect(census.total == 8)
    #expect(census.share(of: [.latin, .cyrillic]) == 7.0 / 8.0)
    #expect(ScriptCensus("aб").dominant == .cyrillic)
  }

  @Test func `every range of the table is found at both ends`() {
    var faults = 0
    var previous: UInt32 = 0
    ScriptTable.ranges.withUTF8Buffer { bytes in
      #expect(bytes.count % 14 == 0)
      for start in stride(from: 0, to: bytes.count, by: 14) {
        let row = String(decoding: bytes[start..<start + 14], as: UTF8.self)
        let code = Script(String(row.suffix(4)))
        for text in [row.prefix(5), row.dropFirst(5).prefix(5)] {
          guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            faults += 1
            continue
          }
          var finder = ScriptFinder()
          if finder.script(of: scalar) != code || value < previous { faults += 1 }
          previous = value
        }
      }
    }
    #expect(faults == 0)
  }

  @Test func `codes have one case and a name`() {
    #expect(Script("LATN") == .latin && Script("latn")?.code == "Latn")
    #expect(Script.latin.description == "Latin" && Script("Dsrt")?.description == "Dsrt")
    #expect(Script("Lat") == nil && Script("Lat1") == nil && Script("Latin") == nil)
  }
}

@Suite struct HostScriptsTests {
  @Test(arguments: [
    ("p\u{430}ypal.com", ["Cyrl", "Latn"]), ("xn--pypal-4ve.com", ["Cyrl", "Latn"]),
    ("www.g\u{3BF}ogle.com", ["Grek", "Latn"]),
    ("a\u{561}b.example", ["Armn", "Latn"]), ("漢字кириллица.example", ["Cyrl", "Hani"]),
    ("ひ한.example", ["Hang", "Hira"]),
  ]) func `a label of scripts that nobody mixes is suspicious`(_ host: String, _ scripts: [String])
  {
    let suspicions = HostScripts.suspicions(in: host)
    #expect(suspicions.count == 1)
    #expect(suspicions.first?.kind == .mixed(scripts.compactMap(Script.init)))
    #expect(suspicions.first?.asciiLabel.hasPrefix("xn--") == true)
  }

  @Test(arguments: [
    "example.com", "bücher.example", "пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f", "例え.テスト",
    "日本語ひらカナabc.jp",
    "abc한국漢字.kr", "漢字ㄅabc.tw", "пример123.com", "ελληνικά.gr", "www.пример.com", "127.0.0.1",
    "💩.la", "", "xn--a",
    "россия.com",
  ]) func `a proper host is not`(_ host: String) {
    #expect(HostScripts.suspicions(in: host).isEmpty)
  }

  @Test(arguments: [
    ("\u{430}\u{440}\u{440}\u{4CF}\u{435}.com", "apple", 1),
    ("\u{440}\u{430}\u{443}.com", "pay", 1),
    ("\u{430}\u{440}\u{440}\u{4CF}\u{435}.рф", "", 0),
  ]) func `a word that is all lookalikes is suspicious before an ASCII domain`(
    _ host: String, _ latin: String, _ count: Int
  ) {
    let suspicions = HostScripts.suspicions(in: host)
    #expect(suspicions.count == count)
    if count > 0 { #expect(suspicions.first?.kind == .lookalike(latin)) }
  }
}

@Suite struct SluggerTests {
  @Test(arguments: [
    ("Hello World", "hello-world"), ("What's new?", "whats-new"), ("A  B", "a--b"),
    ("C++ & C#", "c--c"), ("snake_case", "snake_case"),
    ("1.2.3 Release", "123-release"), ("Über Äpfel", "über-äpfel"), ("Привет, мир!", "привет-мир"),
    ("漢字", "漢字"), ("😄 emoji", "-emoji"),
    ("foo - bar", "foo---bar"), ("a\tb", "ab"), ("—", ""), ("İ", "i\u{307}"),
    ("`code` here", "code-here"), ("", ""),
  ]) func `a heading has GitHub's anchor`(_ heading: String, _ slug: String) {
    var slugger = Slugger()
    #expect(Array(slugger.slug(for: heading).utf8) == Array(slug.utf8))
  }

  @Test func `an anchor that is taken is numbered`() {
    var slugger = Slugger()
    let slugs = ["Foo", "foo", "Foo 1", "FOO", "foo-1", "Bar"].map { slugger.slug(for: $0) }
    #expect(slugs == ["foo", "foo-1", "foo-1-1", "foo-2", "foo-1-2", "bar"])
  }

  @Test func `anchors that differ in normalisation differ`() {
    var slugger = Slugger()
    #expect(Array(slugger.slug(for: "e\u{301}").utf8) == Array("e\u{301}".utf8))
    #expect(Array(slugger.slug(for: "\u{E9}").utf8) == Array("\u{E9}".utf8))
  }
}
