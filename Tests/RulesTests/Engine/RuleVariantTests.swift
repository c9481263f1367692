import Model
import Testing
import YAML

@testable import Rules

@Suite struct RuleVariantTests {
  private static let text = #"{"title": "Help!!", "slug": "A B", "lang": "EN"}"#

  private static func settings(_ levels: [(String, RuleSettings.Level)]) -> RuleSettings {
    var settings = RuleSettings()
    settings.levels = levels.map { (pattern: $0.0, level: $0.1) }
    return settings
  }

  /// The findings of some rules, with their severities.
  private static func findings(
    _ settings: RuleSettings, _ overrides: [RuleSettings], applying: [Int]
  ) throws -> [String: Severity] {
    let engine = try RuleEngine(
      RuleCatalogue(), settings: settings, overrides: overrides, now: RuleExamples.now)
    let record = try #require(TestRecord.record(text))
    let found = engine.examine(record, as: engine.variant(applying: applying)).findings
    return Dictionary(found.map { ($0.rule.description, $0.severity) }) { first, _ in first }
      .filter { ["slug/pattern", "language/case", "required/missing"].contains($0.key) }
  }

  private static let usual = settings([("slug/*", .off), ("language/case", .severity(.note))])
  private static let overrides = [
    settings([("slug/pattern", .severity(.warning)), ("required/*", .off)]),
    settings([("language/*", .off), ("slug/pattern", .severity(.error))]),
  ]

  static let cases: [([Int], [String: Severity])] = [
    ([], ["language/case": .note, "required/missing": .error]),
    ([0], ["language/case": .note, "slug/pattern": .warning]),
    ([1], ["required/missing": .error, "slug/pattern": .error]),
    ([0, 1], ["slug/pattern": .error]),
  ]

  @Test(arguments: cases) func `of several overrides the last that names a rule counts`(
    applying: [Int], expected: [String: Severity]
  ) throws {
    #expect(try Self.findings(Self.usual, Self.overrides, applying: applying) == expected)
  }

  @Test func `what a run picks counts over all files, and severities stay`() throws {
    var usual = Self.usual
    usual.selection = [("*", false), ("language/*", true), ("slug/*", true)]
    #expect(
      try Self.findings(usual, Self.overrides, applying: [])
        == ["language/case": .note, "slug/pattern": .error])
    #expect(
      try Self.findings(usual, Self.overrides, applying: [0])
        == ["language/case": .note, "slug/pattern": .warning])
  }

  @Test func `options of an override lie over those for all files`() throws {
    let node = try YAMLNode(reading: #"{ match: "^[A-Z ]+$" }"#, file: "stet.yml")
    var override = RuleSettings()
    override.options[RuleID("slug/pattern")] = (node, "stet.yml")
    let found = try Self.findings(RuleSettings(), [override], applying: [0])
    #expect(found["slug/pattern"] == nil)
    #expect(try Self.findings(RuleSettings(), [override], applying: [])["slug/pattern"] != nil)
  }

  @Test func `options that no file may ever need are checked when the engine is made`() throws {
    let node = try YAMLNode(reading: "{ mach: x }", file: "stet.yml")
    var override = RuleSettings()
    override.options[RuleID("slug/pattern")] = (node, "stet.yml")
    let error = #expect(throws: RuleFileError.self) {
      try RuleEngine(RuleCatalogue(), overrides: [override], now: 0)
    }
    #expect(error?.suggestion == "match")
    #expect(error?.file == "stet.yml")
  }

  @Test func `findings of the reader follow the settings, but nothing unreadable passes`() throws {
    let engine = try RuleEngine(
      RuleCatalogue(),
      settings: Self.settings([
        ("record/duplicate-key", .severity(.note)), ("record/byte-order-mark", .off),
        ("record/not-json", .off),
      ]), now: 0)
    let place = SourceLocation(file: "a", line: 1, column: 1, columnInUTF8: 1, offset: 0)
    func finding(_ fault: String) -> Finding {
      Finding(
        rule: RuleID("record/\(fault)"), severity: .error, message: "", record: RecordKey("a"),
        field: .root, span: SourceSpan(start: place, end: place))
    }
    let read = engine.usual.settled(
      [finding("duplicate-key"), finding("byte-order-mark")], isReadable: true)
    #expect(read.map(\.severity) == [.note])
    #expect(engine.usual.settled([finding("not-json")], isReadable: false).count == 1)
  }
}
