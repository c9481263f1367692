import Model
import YAML

@testable import Rules

/// Runs the rules over the corpus on records of texts.
enum TestCorpus {
  /// What is found; the facts are made in the order of `order`, and added in input order.
  static func findings(
    _ texts: [String], only rule: String = "*", options: String? = nil, order: [Int]? = nil,
    links: (Int) -> [String] = { _ in [] }
  ) throws -> [Finding] {
    var settings = RuleSettings()
    settings.levels = [("*", .off), (rule, .asWritten)]
    if let options {
      let node = try YAMLNode(reading: options, file: "stet.yml")
      settings.options[RuleID(rule)] = (node, "stet.yml")
    }
    let engine = try RuleEngine(RuleCatalogue(), settings: settings, now: RuleExamples.now)
    var facts: [RecordFacts?] = Array(repeating: nil, count: texts.count)
    for ordinal in order ?? Array(texts.indices) {
      facts[ordinal] = self.facts(of: texts[ordinal], ordinal, engine, links(ordinal))
    }
    var state = CorpusState(of: engine)
    for fact in facts { if let fact { state.add(fact) } }
    return state.finish().map(\.finding)
  }

  static func facts(
    of text: String, _ ordinal: Int, _ engine: RuleEngine, _ links: [String] = []
  ) -> RecordFacts? {
    guard let document = TestRecord.document(Array(text.utf8), file: "file-\(ordinal).json") else {
      return nil
    }
    let record = Record(document: document, ordinal: ordinal, isAlone: false)
    let occurrences = ExampleLinks.occurrences(of: links, in: document)
    return engine.examine(record, links: occurrences).facts
  }

  /// What counts of a finding, as a line.
  static func line(_ finding: Finding) -> String {
    let other = finding.related.first.map { "\($0.span.start.file):\($0.span.start.offset)" }
    let start = finding.span.start
    return "\(finding.rule) \(start.file):\(start.offset) \(finding.field) \(other ?? "-") "
      + finding.message
  }
}

/// Makes bodies of 4,096 words, as numbers, and bodies that are nearly others.
struct TestBodies {
  private var random: TestRandom

  init(seed: UInt64) {
    random = TestRandom(seed: seed)
  }

  mutating func body(words count: Int) -> [Int] {
    (0..<count).map { _ in word() }
  }

  private mutating func word() -> Int {
    Int.random(in: 0..<4096, using: &random)
  }

  /// The words with so many of them replaced, in one run or scattered.
  mutating func changed(_ words: [Int], _ count: Int, inOneRun: Bool) -> [Int] {
    var words = words
    let start = Int.random(in: 0...(words.count - max(1, count)), using: &random)
    for offset in 0..<count {
      let place = inOneRun ? start + offset : Int.random(in: words.indices, using: &random)
      words[place] = word()
    }
    return words
  }

  static func text(_ words: [Int]) -> String {
    words.map { "w\($0)" }.joined(separator: " ")
  }

  /// The runs of five words, twelve bits a word.
  static func shingles(_ words: [Int]) -> Set<UInt64> {
    Set((0...words.count - 5).map { words[$0..<$0 + 5].reduce(0) { $0 << 12 | UInt64($1) } })
  }
}

/// Random numbers from a seed.
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Hash128.mixed(state)
  }
}
