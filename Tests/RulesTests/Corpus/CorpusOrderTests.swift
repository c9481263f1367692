import Model
import Testing

@testable import Rules

@Suite struct CorpusOrderTests {
  private static let links = (0..<40).map { "https://www.gazette.test/news/s\($0)" }

  /// Records with every fault that the corpus shows.
  private static let texts: [String] = {
    var bodies = TestBodies(seed: 7)
    var texts: [String] = []
    var body: [String] = []
    for number in 0..<300 {
      body = number % 5 == 1 ? bodies.changed(body, 2, inOneRun: true) : bodies.body(words: 80)
      let form = number % 7 == 0 ? "T14:59:57Z" : " 14:59:57+00:00"
      texts.append(
        """
        {"slug": "s\(number % 90)", "title": "Title \(number % 110)", "lang": "en",
         "url": "https://www.gazette.test/news/s\(number % 100 + 1)", "updated_at": "2026-06-25\(form)",
         "topics": ["\(number % 9 == 0 ? "Ai" : "AI")", "t\(number % 4)"],
         "body_md": "\(body.joined(separator: " ")) [x](\(links[number % 40]))"}
        """)
    }
    return texts
  }()

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `facts in any order of making give the same findings`(seed: UInt64) throws {
    let straight = try TestCorpus.findings(Self.texts, links: Self.links).map(TestCorpus.line)
    var random = TestRandom(seed: seed)
    let order = Array(Self.texts.indices).shuffled(using: &random)
    let shuffled = try TestCorpus.findings(Self.texts, order: order, links: Self.links)
    #expect(shuffled.map(TestCorpus.line) == straight)
    #expect(Set(shuffled.map { $0.rule.description }).count >= 7)
  }

  @Test(arguments: [1, 3, 16])
  func `facts made by any number of workers give the same findings`(width: Int) async throws {
    let engine = try RuleEngine(RuleCatalogue(), now: RuleExamples.now)
    let texts = Self.texts
    let straight = try TestCorpus.findings(texts, links: Self.links).map(TestCorpus.line)
    let facts = await withTaskGroup(of: [(Int, RecordFacts?)].self) { group in
      for worker in 0..<width {
        group.addTask {
          stride(from: worker, to: texts.count, by: width).map {
            ($0, TestCorpus.facts(of: texts[$0], $0, engine, Self.links))
          }
        }
      }
      return await group.reduce(into: [Int: RecordFacts]()) { all, some in
        for (ordinal, facts) in some { all[ordinal] = facts }
      }
    }
    var state = CorpusState(of: engine)
    for ordinal in texts.indices { state.add(try #require(facts[ordinal])) }
    #expect(state.finish().map { TestCorpus.line($0.finding) } == straight)
  }

  @Test func `findings come in input order, then by place`() throws {
    let found = try TestCorpus.findings(Self.texts, links: Self.links)
    let places = found.map { finding in
      let file = finding.span.start.file.dropFirst("file-".count).dropLast(".json".count)
      return (Int(file) ?? -1) * 100_000 + finding.span.start.offset
    }
    #expect(places == places.sorted())
  }

  @Test func `what is kept of a record is small`() {
    #expect(MemoryLayout<CorpusPlace>.stride == 32)
    #expect(MemoryLayout<Hash128>.stride == 16)
    #expect(MemoryLayout<TextSketch>.stride <= 64)
    #expect(NearTally.rowStride == 48)
    #expect(CorpusRecords.rowStride == 32)
  }

  @Test func `a hundred thousand records are taken in one stream`() throws {
    let texts = (0..<100_000).lazy.map {
      #"{"slug": "s\#($0)", "title": "T \#($0)", "url": "https://a.test/n/\#($0)", "topics": ["t\#($0 % 50)"]}"#
    }
    var settings = RuleSettings()
    settings.levels = [
      ("*", .off), ("corpus/*", .asWritten), ("taxonomy/term-variant", .asWritten),
    ]
    let engine = try RuleEngine(RuleCatalogue(), settings: settings, now: RuleExamples.now)
    var state = CorpusState(of: engine)
    for (ordinal, text) in texts.enumerated() {
      state.add(try #require(TestCorpus.facts(of: text, ordinal, engine)))
    }
    #expect(state.finish().isEmpty)
  }
}
