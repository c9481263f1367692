import Foundation
import Model
import Testing

@testable import Rules

@Suite struct NearTallyTests {
  private static let rule = "corpus/near-duplicate-body"

  private static func shingles(_ words: [String]) -> Set<[String]> {
    Set((0...max(0, words.count - 5)).map { Array(words[$0..<min($0 + 5, words.count)]) })
  }

  private static func similarity(_ left: Set<[String]>, _ right: Set<[String]>) -> Double {
    let common = left.intersection(right).count
    return Double(common) / Double(left.count + right.count - common)
  }

  /// Some 2,000 bodies, every second of which is made of the one before it.
  private static func planted(seed: UInt64) -> [[String]] {
    var bodies = TestBodies(seed: seed)
    return (0..<1000).flatMap { number -> [[String]] in
      let length = 60 + number % 12 * 40
      let first = bodies.body(words: length)
      let count = number % 10 * length / 250
      return [first, bodies.changed(first, count, inOneRun: number % 3 == 0)]
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every pair from 0.9 is found, and no pair under 0.85 is told`(seed: UInt64) throws {
    let bodies = Self.planted(seed: seed)
    let sets = bodies.map(Self.shingles)
    let texts = bodies.enumerated().map {
      #"{"slug": "r\#($0)", "body_md": "\#($1.joined(separator: " "))"}"#
    }
    let found = try TestCorpus.findings(texts, only: Self.rule)
    var told: [Int: Int] = [:]
    for finding in found {
      let later = try #require(Int(finding.record.description.dropFirst()))
      let name = try #require(finding.related.first?.message)
      told[later] = Int(name.dropFirst("body_md of 'r".count).dropLast())
    }
    for (later, earlier) in told {
      #expect(Self.similarity(sets[earlier], sets[later]) >= 0.85)
    }
    var (missed, all) = (0, 0)
    for later in stride(from: 1, to: bodies.count, by: 2) {
      let similarity = Self.similarity(sets[later - 1], sets[later])
      if similarity >= 0.9 { #expect(told[later] == later - 1, "similarity \(similarity)") }
      guard similarity >= 0.85 else { continue }
      all += 1
      if told[later] == nil { missed += 1 }
    }
    #expect(all > 200)
    #expect(missed * 50 <= all)
  }

  @Test func `a text and its escaped form are the same`() throws {
    let words = "Die Flut kommt um zwölf Uhr in den Hafen, und sie geht um sechs wieder."
    let escaped = words.unicodeScalars.map { scalar in
      scalar.value < 0x80
        ? String(scalar)
        : "\\u" + String(repeating: "0", count: 2) + String(scalar.value, radix: 16)
    }.joined()
    let texts = [#"{"body_md": "\#(words)"}"#, #"{"body_md": "**\#(escaped)**\n"}"#]
    let found = try TestCorpus.findings(texts, only: Self.rule)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("100 of 100") == true)
  }

  @Test func `in scripts without blanks each character is a word`() throws {
    let text = "港口的潮汐表给出全年每次涨潮和落潮的时间与高度，由老码头的验潮站推算而得。"
    let texts = [
      #"{"body_md": "\#(text)"}"#, #"{"body_md": "\#(text)完"}"#,
      #"{"body_md": "\#(String(text.unicodeScalars.reversed().map(Character.init)))"}"#,
    ]
    let found = try TestCorpus.findings(texts, only: Self.rule)
    #expect(found.map { $0.span.start.file } == ["file-1.json"])
  }

  @Test func `under five words nothing is compared`() throws {
    let texts = Array(repeating: #"{"body_md": "one two three four"}"#, count: 3)
    #expect(try TestCorpus.findings(texts, only: Self.rule).isEmpty)
  }

  @Test func `of thousands of equal texts each is told once`() throws {
    let body = (0..<50).map { "word\($0)" }.joined(separator: " ")
    let texts = Array(repeating: #"{"body_md": "\#(body)"}"#, count: 3000)
    let found = try TestCorpus.findings(texts, only: Self.rule)
    #expect(found.count == 2999)
    #expect(found.allSatisfy { $0.related.first?.span.start.file == "file-0.json" })
  }

  @Test func `earlier texts are read again from their file, unless it has changed`() throws {
    let body = (0..<50).map { "word\($0)" }.joined(separator: " ")
    let file = FileManager.default.temporaryDirectory.appending(path: "near-\(UUID()).json")
    let text = #"{"body_md": "\#(body)"}"#
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    var settings = RuleSettings()
    settings.levels = [("*", .off), (Self.rule, .asWritten)]
    let engine = try RuleEngine(RuleCatalogue(), settings: settings, now: RuleExamples.now)
    func found() throws -> Int {
      var state = CorpusState(of: engine, readsAgain: true)
      for ordinal in 0..<2 {
        let document = try #require(TestRecord.document(Array(text.utf8), file: file.path))
        let record = Record(document: document, ordinal: ordinal, isAlone: false)
        state.add(engine.examine(record).facts)
      }
      return state.finish().count
    }
    #expect(try found() == 1)
    try text.uppercased().write(to: file, atomically: true, encoding: .utf8)
    #expect(try found() == 0)
  }
}
