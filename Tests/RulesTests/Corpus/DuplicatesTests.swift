import Model
import Testing

@testable import Rules

@Suite struct DuplicatesTests {
  @Test func `every later record is told and points to the first`() throws {
    let texts = [
      #"{"slug": "a", "url": "https://a.test/x"}"#,
      #"{"slug": "b", "url": "https://b.test/x"}"#,
      "{\n  \"slug\": \"c\",\n  \"url\": \"HTTPS://A.test/x#top\"\n}",
      #"{"slug": "d", "url": "https://a.test:443/./x"}"#,
    ]
    let found = try TestCorpus.findings(texts, only: "corpus/duplicate-url")
    #expect(found.map(\.record) == [RecordKey("c"), RecordKey("d")])
    #expect(found.map(\.field) == [FieldPath("/url"), FieldPath("/url")])
    #expect(found.map { $0.span.start.line } == [3, 1])
    #expect(found.map { $0.span.start.column } == [10, 22])
    #expect(found.allSatisfy { $0.message.contains("'a'") })
    let related = try #require(found.first?.related.first)
    #expect(related.message == "url of 'a'")
    #expect(related.span.start.file == "file-0.json")
    #expect(related.span.start.offset == 21)
    #expect(related.span.end.offset == 39)
    #expect(found.first?.evidence == "HTTPS://A.test/x#top")
  }

  @Test func `a slug counts once in each language and byte by byte`() throws {
    let texts = [
      #"{"slug": "a", "lang": "en"}"#, #"{"slug": "a", "lang": "fr"}"#,
      #"{"slug": "A", "lang": "en"}"#,
      #"{"slug": "a"}"#, #"{"slug": "\u0061", "lang": "EN"}"#, #"{"slug": "a"}"#,
    ]
    let found = try TestCorpus.findings(texts, only: "corpus/duplicate-slug")
    #expect(found.map { $0.span.start.file } == ["file-4.json", "file-5.json"])
    #expect(found.first?.message.contains("'file-0.json:1'") == true)
  }

  @Test func `texts that are canonically equal are not equal`() throws {
    let texts = [#"{"slug": "caf\u00e9"}"#, #"{"slug": "cafe\u0301"}"#]
    #expect(try TestCorpus.findings(texts, only: "corpus/duplicate-slug").isEmpty)
  }

  @Test(arguments: [
    ("Strasse am Fluß", "STRASSE  AM FLUSS", true), ("ΟΔΟΣ", "οδος", true),
    ("A\u{A0}B", "a b", true), ("A B", "AB", false), ("A-B", "A B", false),
  ])
  func `titles are compared without case and white space`(
    first: String, second: String, isDuplicate: Bool
  ) throws {
    let texts = [#"{"title": "\#(first)"}"#, #"{"title": "\#(second)"}"#]
    let found = try TestCorpus.findings(texts, only: "corpus/duplicate-title")
    #expect(found.isEmpty != isDuplicate)
  }

  @Test func `passwords are in no message`() throws {
    let text = #"{"url": "https://me:secret@a.test/x"}"#
    let found = try TestCorpus.findings([text, text], only: "corpus/duplicate-url")
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.message.contains("secret") && !$0.evidence.contains("secret") })
  }

  @Test func `findings of one rule are at most ten thousand, and the last says so`() throws {
    let texts = Array(repeating: #"{"title": "Same"}"#, count: CorpusState.most + 5)
    let found = try TestCorpus.findings(texts, only: "corpus/duplicate-title")
    #expect(found.count == CorpusState.most)
    #expect(found.last?.message.contains("Further ones") == true)
    #expect(found.dropLast().last?.message.contains("Further ones") == false)
  }

  @Test func `a crowd is told once, at the first record that is too many`() throws {
    var texts = (0..<30).map {
      #"{"slug": "r\#($0)", "updated_at": "2026-06-25T14:59:57.\#($0 % 2)Z"}"#
    }
    texts.append(#"{"slug": "last", "updated_at": "2026-06-25 16:59:57.000+02:00"}"#)
    let found = try TestCorpus.findings(texts, only: "corpus/same-instant", options: "most: 14")
    #expect(found.map(\.record) == [RecordKey("r28"), RecordKey("r29")])
    #expect(found.first?.message.hasPrefix("16 records have '2026-06-25T14:59:57.0Z'") == true)
    #expect(found.last?.message.hasPrefix("15 records") == true)
    #expect(found.first?.related.first?.message == "updated_at of 'r0'")
    #expect(try TestCorpus.findings(texts, only: "corpus/same-instant").isEmpty)
  }
}
