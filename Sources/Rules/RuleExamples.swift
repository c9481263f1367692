package import Model
package import YAML

/// Runs the examples of rules: the tests of every rule file.
package enum RuleExamples {
  /// The clock of the examples: 2026-06-25T12:00:00Z.
  package static let now = 1_782_388_800

  /// Reads the text of an example's record.
  package typealias Reader = (_ text: [UInt8], _ file: String) -> ExampleReading

  /// Compares the page of an example with its record; none where the record cannot be read.
  package typealias PageJudge = (_ record: ExampleRecord, _ page: ExamplePage) -> [PageFault]?

  /// Runs the examples of every rule; what is returned went wrong, by rule and place.
  ///
  /// - Parameter judge: reads pages; without it, examples with pages are not run.
  package static func run(
    _ catalogue: RuleCatalogue, read: Reader, judge: PageJudge? = nil
  ) -> [ExampleFailure] {
    run(catalogue.rules, of: catalogue, settings: RuleSettings(), read: read, judge: judge)
  }

  /// Runs the examples of some rules among the others.
  ///
  /// - Parameter settings: what is changed about the rules meanwhile.
  package static func run(
    _ rules: [Rule], of catalogue: RuleCatalogue, settings: RuleSettings, read: Reader,
    judge: PageJudge? = nil
  ) -> [ExampleFailure] {
    let common = Result { () throws(RuleFileError) in
      try RuleEngine(catalogue, settings: settings, now: now)
    }
    var failures: [ExampleFailure] = []
    for rule in rules {
      for (example, isFailing) in rule.examples.all {
        let reason: ExampleFailure.Reason?
        switch engine(for: example, of: rule, catalogue, settings) ?? common {
        case .success(let engine):
          reason = self.judge(example, isFailing: isFailing, of: rule, engine, read, judge)
        case .failure(let error):
          reason = .badOptions(error)
        }
        guard let reason else { continue }
        failures.append(
          ExampleFailure(rule: rule.id, file: rule.file, mark: example.mark, reason: reason))
      }
    }
    return failures
  }

  /// The engine of an example that has options of its own.
  private static func engine(
    for example: RuleExample, of rule: Rule, _ catalogue: RuleCatalogue, _ settings: RuleSettings
  ) -> Result<RuleEngine, RuleFileError>? {
    guard let options = example.options else { return nil }
    var settings = settings
    settings.options[rule.id] = (options, rule.file)
    return Result { () throws(RuleFileError) in
      try RuleEngine(catalogue, settings: settings, now: now)
    }
  }

  private static func judge(
    _ example: RuleExample, isFailing: Bool, of rule: Rule, _ engine: RuleEngine, _ read: Reader,
    _ judge: PageJudge?
  ) -> ExampleFailure.Reason? {
    switch (example.input, judge) {
    case (.situation, _), (.page, nil): return nil
    case (.page, _?), (.link, _), (.records, _): break
    }
    let firings: [Firing]
    switch firingsOf(example, rule, engine, read, judge) {
    case .success(let found): firings = found
    case .failure(let refusal): return .unreadable(refusal.rules)
    }
    guard isFailing else {
      return firings.first.map { .fired(at: $0.field, message: $0.message) }
    }
    let fields = Set(firings.map(\.field))
    guard fields == Set(example.at), !fields.isEmpty else {
      return .wrongPlaces(
        expected: example.at, found: fields.sorted { $0.description < $1.description })
    }
    if let marks = example.marks, !firings.contains(where: { $0.marked == marks }) {
      return .wrongMark(expected: marks, found: firings.compactMap(\.marked))
    }
    if let mended = example.mended, !firings.contains(where: { $0.mended == mended }) {
      return .wrongFix(expected: mended, found: firings.compactMap(\.mended))
    }
    return nil
  }

  private static func firingsOf(
    _ example: RuleExample, _ rule: Rule, _ engine: RuleEngine, _ read: Reader,
    _ judge: PageJudge?
  ) -> Result<[Firing], Refusal> {
    switch example.input {
    case .situation: return .success([])
    case .link(let link):
      let findings = engine.findings(for: link, in: RecordKey("example"))
      return .success(findings.filter { $0.rule == rule.id }.map { Firing($0, in: nil) })
    case .page(let record, let page):
      guard let faults = judge?(record, page) else { return .failure(Refusal(rules: [])) }
      let findings = engine.findings(of: faults, in: RecordKey("example"))
      return .success(findings.filter { $0.rule == rule.id }.map { Firing($0, in: nil) })
    case .records(let records):
      var firings: [Firing] = []
      var corpus = CorpusState(of: engine)
      for (ordinal, example) in records.enumerated() {
        let reading = read(example.text, example.file)
        firings += reading.faults.filter { $0.rule == rule.id }
          .map { Firing(field: $0.field, message: "") }
        guard let document = reading.document else {
          guard rule.kind is ReaderFault else {
            return .failure(Refusal(rules: reading.faults.map(\.rule)))
          }
          continue
        }
        let record = Record(document: document, ordinal: ordinal, isAlone: true)
        let examination = engine.examine(
          record, links: ExampleLinks.occurrences(of: example.links, in: document),
          markdown: reading.markdown)
        firings += examination.findings.filter { $0.rule == rule.id }
          .map { Firing($0, in: document) }
        corpus.add(examination.facts)
      }
      firings += corpus.finish().map(\.finding).filter { $0.rule == rule.id }.map {
        Firing($0, in: nil)
      }
      return .success(firings)
    }
  }

  private struct Refusal: Error {
    let rules: [RuleID]
  }
}

/// What reading the text of an example gave.
package struct ExampleReading {
  /// The record; none where the text is none.
  package let document: Document?
  /// The findings of the reader.
  package let faults: [(rule: RuleID, field: FieldPath)]
  /// The record's Markdown texts.
  package let markdown: [MarkdownText]

  package init(
    document: Document?, faults: [(rule: RuleID, field: FieldPath)] = [],
    markdown: [MarkdownText] = []
  ) {
    self.document = document
    self.faults = faults
    self.markdown = markdown
  }
}

/// An example that did not do what it shows.
package struct ExampleFailure: Sendable, CustomStringConvertible {
  package let rule: RuleID
  package let file: String
  package let mark: YAMLMark
  package let reason: Reason

  package enum Reason: Sendable {
    case badOptions(RuleFileError)
    /// A passing example at which the rule fired.
    case fired(at: FieldPath, message: String)
    /// No record could be read; the reader's findings.
    case unreadable([RuleID])
    case wrongFix(expected: String, found: [String])
    case wrongMark(expected: String, found: [String])
    case wrongPlaces(expected: [FieldPath], found: [FieldPath])
  }

  /// `FILE:LINE:COLUMN: RULE: what went wrong`.
  package var description: String {
    "\(file):\(mark.line):\(mark.column): \(rule): \(sentence)"
  }

  private var sentence: String {
    func list(_ fields: [FieldPath]) -> String {
      fields.isEmpty ? "nowhere" : "at " + fields.map { "'\($0)'" }.joined(separator: ", ")
    }
    func texts(_ texts: [String]) -> String {
      texts.isEmpty ? "nothing" : texts.map { "'\(Printable.text($0))'" }.joined(separator: ", ")
    }
    switch reason {
    case .badOptions(let error): return error.sentence
    case .fired(let field, let message):
      return "A passing example fails at '\(field)': \(message)"
    case .unreadable(let rules):
      return "The record cannot be read: \(rules.map(\.description).joined(separator: ", "))."
    case .wrongFix(let expected, let found):
      return "The fix should give '\(Printable.text(expected))' and gives \(texts(found))."
    case .wrongMark(let expected, let found):
      return "The finding should mark '\(Printable.text(expected))' and marks \(texts(found))."
    case .wrongPlaces(let expected, let found):
      return "The rule should fire \(list(expected)) and fires \(list(found))."
    }
  }
}
