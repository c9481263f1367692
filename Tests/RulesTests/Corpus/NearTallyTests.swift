import Foundation
import Model
import Testing

@testable import Rules

@Suite struct NearTallyTests {
  private static let rule = "corpus/near-duplicate-body"

  /// 2,000 bodies, every second of which is made of the one before it.
  private static func planted(seed: UInt64) -> [[Int]] {
    var bodies = TestBodies(seed: seed)
    return (0..<1000).flatMap { number -> [[Int]] in
      let length = 40 + number % 12 * 12
      let first = bodies.body(words: length)
      let isOneRun = number % 3 == 0
      let count = isOneRun ? number % 10 * length / 60 : number % 10 * length / 280
      return [first, bodies.changed(first, count, inOneRun: isOneRun)]
    }
  }

  /// The similarity of all pairs that have anything in common, by counting.
  private static func similarities(_ bodies: [[Int]]) -> [[Int: Double]] {
    let sets = bodies.map(TestBodies.shingles)
    var holders: [UInt64: [Int]] = [:]
    return sets.indices.map { later in
      var common: [Int: Int] = [:]
      for shingle in sets[later] {
        for earlier in holders[shingle, default: []] { common[earlier, default: 0] += 1 }
        holders[shingle, default: []].append(later)
      }
      return Dictionary(
        uniqueKeysWithValues: common.map { earlier, count in
          (earlier, Double(count) / Double(sets[earlier].count + sets[later].count - count))
        })
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every body with an earlier one from 0.9 is told, and none under 0.85`(
    seed: UInt64
  ) throws {
    let bodies = Self.planted(seed: seed)
    let similarities = Self.similarities(bodies)
    let texts = bodies.enumerated().map {
      #"{"slug": "r\#($0)", "body_md": "\#(TestBodies.text($1))"}"#
    }
    var told: [Int: Int] = [:]
    for finding in try TestCorpus.findings(texts, only: Self.rule) {
      let later = try #require(Int(finding.record.description.dropFirst()))
      let name = try #require(finding.related.first?.message)
      let earlier = try #require(Int(name.dropFirst("body_md of 'r".count).dropLast()))
      told[later] = earlier
      #expect(similarities[later][earlier, default: 0] >= 0.85)
    }
    let near = similarities.indices.filter { similarities[$0].values.contains { $0 >= 0.85 } }
    let nearest = similarities.indices.filter { similarities[$0].values.contains { $0 >= 0.9 } }
    #expect(near.count > nearest.count + 50)
    #expect(nearest.count > 200)
    #expect(nearest.filter { told[$0] == nil } == [])
    #expect(near.count { told[$0] == nil } * 50 <= near.count)
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
