import Model
import Testing
import YAML

@testable import Rules

@Suite struct RuleEngineTests {
  static let now = RuleExamples.now

  private static let catalogue = Result { try RuleCatalogue() }
  private static let standard = Result { try RuleEngine(catalogue.get(), now: now) }

  /// The shipped rules, read once for all tests.
  static func engine(_ settings: RuleSettings? = nil) throws -> RuleEngine {
    guard let settings else { return try standard.get() }
    return try RuleEngine(catalogue.get(), settings: settings, now: now)
  }

  static let clean = #"""
    {"slug": "tide-tables", "title": "Tide tables", "summary": "When the water comes to the harbour and the island.",
     "body_md": "High water comes to the harbour twice a day.\n\nSee “the almanac” for the island — it’s free.\n",
     "url": "https://www.iana.org/2026/tide-tables",
     "canonical_source": "https://www.rfc-editor.org/tides/?page=2",
     "published_at": "2026-06-25 08:00:00+00:00", "updated_at": "2026-06-25 08:15:21.458402+00:00",
     "lang": "en", "topics": ["sea"], "entities": ["Café Ångström"],
     "alternates": {"html": "https://www.iana.org/2026/tide-tables",
       "markdown": "https://www.iana.org/2026/tide-tables.md",
       "text": "https://www.iana.org/2026/tide-tables.txt",
       "jsonld": "https://www.iana.org/2026/tide-tables.jsonld"}}
    """#

  static func ids(_ text: String, _ settings: RuleSettings? = nil) throws -> [String] {
    let record = try #require(TestRecord.record(text))
    return try engine(settings)
      .findings(in: record, markdown: TestRecord.markdown(of: record.document)).map(
        \.rule.description)
  }

  @Test func `a good record has no finding`() throws {
    #expect(try Self.ids(Self.clean) == [])
  }

  static let singles: [(old: String, new: String, rules: [String])] =
    [
      (#""title": "Tide tables""#, #""title": null"#, ["required/empty"]),
      (
        #""summary": "When the water comes to the harbour and the island.""#, #""summary": null"#,
        ["required/recommended"]
      ),
      (#""lang": "en""#, #""lang": """#, ["required/empty"]),
      (#""lang": "en""#, #""lang": "en_US""#, ["language/not-well-formed"]),
      (#""lang": "en""#, #""lang": "EN""#, ["language/case"]),
      (#""topics": ["sea"]"#, #""topics": "sea""#, ["shape/wrong-type"]),
      ("08:15:21.458402+00:00", "08:15:21,5Z", ["dates/not-a-date-time"]),
      ("08:15:21.458402+00:00", "08:15:21", ["dates/missing-offset"]),
      (
        "2026-06-25 08:15:21.458402+00:00", "1970-01-01T00:00:00Z",
        ["dates/updated-before-published"]
      ),
      (
        "https://www.rfc-editor.org/tides/?page=2", "htp://www.rfc-editor.org/",
        ["urls/misspelt-scheme"]
      ),
      ("https://www.rfc-editor.org/tides/?page=2", "http://localhost/", ["urls/private-host"]),
      (#""slug": "tide-tables""#, #""slug": "tides""#, ["slug/not-in-url"]),
      (
        #""alternates": {"html": "https://www.iana.org/2026/tide-tables","#,
        #""alternates": {"html": null,"#, ["alternates/missing"]
      ),
      (
        #""alternates": {"html": "https://www.iana.org/2026/tide-tables","#,
        #""alternates": {"html": "https://ftp.iana.org/2026/tide-tables","#,
        ["alternates/other-host"]
      ),
      (
        #""alternates": {"html": "https://www.iana.org/2026/tide-tables","#,
        #""alternates": {"html": "https://www.iana.org/2026/moon-tables","#,
        ["alternates/without-slug"]
      ),
    ] + consequences

  /// A fault of the page's address, slug or language, on which other rules lean.
  private static let consequences: [(old: String, new: String, rules: [String])] = [
    (#""url": "https://www"#, #""url": "https://u:p@www"#, ["urls/credentials"]),
    (#""url": "https://www.iana.org"#, #""url": "https://10.0.0.1"#, ["urls/private-host"]),
    (#""url": "https://www"#, #""url": "https://https://www"#, ["urls/misspelt-scheme"]),
    (#"2026/tide-tables",\#n"#, #"2026/tide-tables?utm_source=x",\#n"#, ["urls/tracking"]),
    (#""url": "https"#, #""url": "http"#, ["urls/insecure"]),
    (#"2026/tide-tables",\#n"#, #"2026/tides",\#n"#, ["slug/not-in-url"]),
    (#""slug": "tide-tables""#, #""slug": "tide-\u200btables""#, ["shape/invisible-character"]),
    (#""lang": "en""#, #""lang": "en-Xxxx""#, ["language/not-registered"]),
    ("tide-tables.txt", "tide-tables.md", ["alternates/not-distinct"]),
  ]

  @Test(arguments: singles) func `one fault gives one finding`(
    old: String, new: String, rules: [String]
  ) throws {
    var text = Self.clean
    text.replaceSubrange(try #require(text.firstRange(of: old)), with: new)
    #expect(try Self.ids(text) == rules)
  }

  @Test func `a finding has its exact place`() throws {
    let text = "{\n  \"title\": \"é\\u0000\", \"url\": \"https://news.example/a?b=1/?c=2\"}"
    let record = try #require(TestRecord.record(text))
    let findings = try Self.engine().findings(in: record)
    let control = try #require(findings.first { $0.rule.description == "shape/control-character" })
    #expect(control.span.start.line == 2)
    #expect(control.span.start.column == 14)
    #expect(control.span.start.columnInUTF8 == 15)
    #expect(control.span.end.column == 20)
    let query = try #require(findings.first { $0.rule.description == "urls/malformed-query" })
    #expect(query.span.start.column == 58)
    #expect(query.span.end.column == 59)
    #expect(query.field == FieldPath("/url"))
    #expect(query.evidence == "https://news.example/a?b=1/?c=2")
    #expect(query.excerpt?.text.contains("?b=1/?c=2") == true)
  }

  @Test func `findings stand in the order of the text`() throws {
    let text = #"{"lang": "en_US", "zzz": 1, "slug": "A", "title": ""}"#
    let record = try #require(TestRecord.record(text))
    let starts = try Self.engine().findings(in: record).map(\.span.start.offset)
    #expect(starts == starts.sorted())
  }

  @Test func `severity and off are settings`() throws {
    var settings = RuleSettings()
    settings.levels = [("required/*", .off), ("language/not-well-formed", .severity(.note))]
    let record = try #require(TestRecord.record(#"{"lang": "en_US"}"#))
    let findings = try Self.engine(settings).findings(in: record)
    #expect(findings.map(\.rule.description) == ["language/not-well-formed"])
    #expect(findings.map(\.severity) == [.note])
  }

  @Test func `the last setting that fits counts`() throws {
    var settings = RuleSettings()
    settings.levels = [("*", .off), ("slug/*", .asWritten), ("slug/reserved", .off)]
    #expect(try Self.ids(#"{"slug": "API"}"#, settings) == ["slug/pattern"])
  }

  @Test func `the rules of the reader stay`() throws {
    var settings = RuleSettings()
    settings.levels = [("*", .off)]
    let engine = try Self.engine(settings)
    #expect(engine.rules.allSatisfy { $0.id.pack == "record" })
    #expect(engine.rule(RuleID("record/not-json"))?.severity == .error)
  }

  @Test func `options are settings`() throws {
    var settings = RuleSettings()
    settings.levels = [("*", .off), ("required/missing", .asWritten)]
    let node = try YAMLNode(reading: "fields: [headline]", file: "stet.yml")
    settings.options[RuleID("required/missing")] = (node, "stet.yml")
    let record = try #require(TestRecord.record("{}"))
    #expect(
      try Self.engine(settings).findings(in: record).map(\.field) == [FieldPath("/headline")])
  }

  @Test func `an option that does not exist is refused with its place`() throws {
    var settings = RuleSettings()
    let node = try YAMLNode(reading: "\nfield: [headline]", file: "stet.yml")
    settings.options[RuleID("required/missing")] = (node, "stet.yml")
    let error = #expect(throws: RuleFileError.self) { try Self.engine(settings) }
    #expect(
      error?.description == "stet.yml:2:1: 'field' is no known option. Did you mean 'fields'?")
  }

  @Test func `a date may weigh less by its field`() throws {
    let text = #"{"published_at": "2030-01-02T00:00:00Z", "updated_at": "2030-01-02T00:00:01Z"}"#
    let record = try #require(TestRecord.record(text))
    let findings = try Self.engine().findings(in: record)
      .filter { $0.rule.description == "dates/in-the-future" }
    #expect(findings.map(\.severity) == [.error, .warning])
  }

  @Test func `a password is in no word of a finding`() throws {
    let text = #"{"url": "http://desk:high-water@localhost/a?b=1/?c=2"}"#
    let record = try #require(TestRecord.record(text))
    for finding in try Self.engine().findings(in: record) {
      #expect(!finding.message.contains("high-water"))
      #expect(!finding.evidence.contains("high-water"))
      #expect(finding.excerpt?.text.contains("high-water") != true)
    }
  }

  @Test func `one rule does not flood the report`() throws {
    let topics = Array(repeating: #""\u0000""#, count: 500).joined(separator: ",")
    let record = try #require(TestRecord.record(#"{"topics": [\#(topics)]}"#))
    let findings = try Self.engine().findings(in: record)
      .filter { $0.rule.description == "shape/control-character" }
    #expect(findings.count == 100)
    #expect(findings.count { $0.message.contains("not listed") } == 1)
  }

  @Test func `many threads find the same`() async throws {
    let engine = try Self.engine()
    let record = try #require(TestRecord.record(#"{"lang": "en_US", "slug": "A b"}"#))
    let expected = engine.findings(in: record).map(\.message)
    let all = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<16 { group.addTask { engine.findings(in: record).map(\.message) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
  }
}
