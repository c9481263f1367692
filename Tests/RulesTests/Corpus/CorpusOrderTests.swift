import Model
import Testing

@testable import Rules

@Suite struct CorpusOrderTests {
  private static func links(of number: Int) -> [String] {
    ["https://www.gazette.test/news/s\(number % 40)"]
  }

  private static let straight = Result {
    try TestCorpus.findings(texts, links: links(of:)).map(TestCorpus.line)
  }

  /// Records with every fault that the corpus shows.
  private static let texts: [String] = {
    var bodies = TestBodies(seed: 7)
    var texts: [String] = []
    var body: [Int] = []
    for number in 0..<300 {
      body = number % 5 == 1 ? bodies.changed(body, 2, inOneRun: true) : bodies.body(words: 80)
      let form = number % 7 == 0 ? "T14:59:57Z" : " 14:59:57+00:00"
      texts.append(
        """
        {"slug": "s\(number % 90)", "title": "Title \(number % 110)", "lang": "en",
         "url": "https://www.gazette.test/news/s\(number % 100 + 1)", "updated_at": "2026-06-25\(form)",
         "topics": ["\(number % 9 == 0 ? "Ai" : "AI")", "t\(number % 4)"],
         "body_md": "\(TestBodies.text(body)) [x](\(links(of: number)[0]))"}
        """)
    }
    return texts
  }()

  @Test(arguments: [11, 12] as [UInt64])
  func `facts in any order of making give the same findings`(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let order = Array(Self.texts.indices).shuffled(using: &random)
    let shuffled = try TestCorpus.findings(Self.texts, order: order, links: Self.links(of:))
    #expect(try shuffled.map(TestCorpus.line) == Self.straight.get())
    #expect(Set(shuffled.map { $0.rule.description }).count >= 7)
  }

  @Test(arguments: [1, 3, 16])
  func `facts made by any number of workers give the same findings`(width: Int) async throws {
    let engine = try RuleEngine(RuleCatalogue(), now: RuleExamples.now)
    let texts = Self.texts
    let facts = await withTaskGroup(of: [(Int, RecordFacts?)].self) { group in
      for worker in 0..<width {
        group.addTask {
          stride(from: worker, to: texts.count, by: width).map {
            ($0, TestCorpus.facts(of: texts[$0], $0, engine, Self.links(of: $0)))
          }
        }
      }
      return await group.reduce(into: [Int: RecordFacts]()) { all, some in
        for (ordinal, facts) in some { all[ordinal] = facts }
      }
    }
    var state = CorpusState(of: engine)
    for ordinal in texts.indices { state.add(try #require(facts[ordinal])) }
    #expect(try state.finish().map { TestCorpus.line($0.finding) } == Self.straight.get())
  }

  @Test func `findings come in input order, then by place`() throws {
    let found = try TestCorpus.findings(Self.texts, links: Self.links(of:))
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

  @Test func `a hundred thousand texts are taken in one stream`() throws {
    let document = try #require(TestRecord.document(Array("{}".utf8)))
    let records = CorpusRecords()
    func entry(_ note: CorpusNote, _ number: UInt32) -> CorpusEntry {
      let place = CorpusPlace(
        record: number, field: 0, offset: 0, line: 1, column: 1, columnInUTF8: 1, length: 1,
        width: 1)
      return CorpusEntry(note: note, place: place, source: .value(0), document: document)
    }
    var first = FirstTally()
    var addresses = AddressTally(least: 2)
    var bands = BandTable()
    var (repeated, candidates) = (0, 0)
    for number in 0..<100_000 as Range<UInt32> {
      // The last thousand are there already.
      let id = UInt64(number % 99_000)
      let key = Hash128(high: id, low: Hash128.mixed(id))
      if first.add(entry(.key(key), number), in: records) != nil { repeated += 1 }
      _ = addresses.add(entry(.linked(id, folder: 1), number), in: records)
      _ = addresses.add(entry(.published(id, folder: 1), number), in: records)
      bands.add(number, under: UInt32(truncatingIfNeeded: key.low)) { _ in candidates += 1 }
    }
    #expect(repeated == 1000)
    #expect((1000..<1100).contains(candidates))
    #expect(addresses.finish().isEmpty)
  }
}
