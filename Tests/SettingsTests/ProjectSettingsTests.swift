import Model
import Settings
import Testing
import YAML

@Suite struct ProjectSettingsTests {
  @Test func `a configuration gives values with their places`() throws {
    let settings = try SettingsFolder.settings(
      """
      fail-on: warning
      rules:
        dates/*: off
        slug/pattern: { severity: note, match: "^[a-z]+$" }
      overrides:
        - files: archive/**
          rules: { links/dead: warning }
      thresholds: { doubtful: { error-if: "> 5%" } }
      fields: { markdown: [/text, "/parts/*/text"], base: /address }
      base-url: https://news.example/
      own-hosts: [News.example, "*.news.example"]
      links: { timeout: 5s, rate: 0.5, exclude: ["*.archive.example"] }
      hosts: { "Slow.example:8080": { rate: 1, connections: 2 } }
      """)
    #expect(settings.failOn?.value == .warning)
    #expect(settings.failOn?.place.mark == YAMLMark(line: 1, column: 10))
    #expect(settings.rules.map(\.pattern) == ["dates/*", "slug/pattern"])
    #expect(settings.rules.map(\.level) == [.off, .severity(.note)])
    #expect(settings.rules[1].options?.entries?.map(\.key) == ["match"])
    #expect(settings.overrides[0].covers("archive/a.json", from: "/") == false)
    #expect(settings.doubtful?.value.isExceeded(by: 6, of: 100) == true)
    #expect(settings.fields.markdown?.value == [FieldPath("/text"), FieldPath("/parts/*/text")])
    #expect(settings.fields.urls == nil)
    #expect(settings.ownHosts?.value == ["news.example", "*.news.example"])
    #expect(settings.links.timeout?.value == .seconds(5))
    #expect(settings.hosts["slow.example:8080"]?.connections?.value == 2)
    #expect(LinkFilter(settings.links).excludes("https://a.archive.example:8080/x"))
  }

  @Test func `an excuse has its reason, its last day and its place`() throws {
    let settings = try SettingsFolder.settings(
      """
      ignore:
        - { rule: links/dead, href: "https://a.example/*", reason: moved soon, until: 2027-01-31 }
      """)
    let entry = try #require(settings.ignore.first)
    #expect(entry.rule == "links/dead")
    #expect(entry.until?.end == 1_801_440_000)
    #expect(entry.location.line == 2)
    #expect(entry.location.column == 5)
  }

  typealias Fault = SettingsError.Fault

  static let faults: [(text: String, line: Int, column: Int, fault: Fault)] = [
    ("rule: {}", 1, 1, .unknownKey("rule", in: nil, known: SettingsKeys.top)),
    ("links:\n  time: 5s", 2, 3, .unknownKey("time", in: "links", known: SettingsKeys.links)),
    ("fields: { body: /b }", 1, 11, .unknownKey("body", in: "fields", known: SettingsKeys.fields)),
    (
      "fail-on: fatal", 1, 10,
      .unknownValue("fatal", key: "fail-on", known: ["note", "warning", "error"])
    ),
    (
      "rules:\n  a/b: warn", 2, 8,
      .unknownValue("warn", key: "a/b", known: SettingsKeys.levels)
    ),
    (
      "rules: { a/b: { severity: loud } }", 1, 27,
      .unknownValue("loud", key: "severity", known: SettingsKeys.levels)
    ),
    ("rules: { a/*: { limit: 3 } }", 1, 17, .optionsOfPattern("a/*")),
    ("rules: [a/b]", 1, 8, .wrongType(key: "rules", expected: "a mapping")),
    ("overrides:\n  - files: a", 2, 5, .missingKey("rules", in: "overrides")),
    (
      "overrides: [{ files: 'a[', rules: {} }]", 1, 22,
      .badPattern("a[", reason: "'[' is not closed")
    ),
    ("ignore: [{ rule: a/b }]", 1, 10, .missingKey("reason", in: "ignore")),
    ("ignore: [{ rule: a/b, reason: ' ' }]", 1, 31, .wrongType(key: "reason", expected: "a text")),
    (
      "ignore: [{ rule: a/b, reason: r, until: 2027-02-30 }]", 1, 41,
      .wrongType(key: "until", expected: "a day, such as '2027-01-31'")
    ),
    ("fields: { base: $.url }", 1, 17, .badPointer("$.url")),
    ("fields: { urls: [/a~2] }", 1, 18, .badPointer("/a~2")),
    ("allow-private: true", 1, 1, .privileged(key: "allow-private", option: "--allow-private")),
    ("links: { headers: [a] }", 1, 10, .privileged(key: "headers", option: "--header")),
    (
      "links: { timeout: 2m }", 1, 19,
      .overLimit(key: "timeout", limit: "30s", option: "--timeout")
    ),
    (
      "links: { connections: 65 }", 1, 23,
      .overLimit(key: "connections", limit: "64", option: "--connections")
    ),
    (
      "hosts: { a.example: { rate: 30 } }", 1, 29,
      .overLimit(key: "rate", limit: "20", option: "--rate")
    ),
    (
      "hosts: { a.example: { retries: 3 } }", 1, 23,
      .unknownKey("retries", in: "a.example", known: SettingsKeys.host)
    ),
    (
      "hosts: { 'a/b': {} }", 1, 10,
      .wrongType(key: "hosts", expected: "host names, such as 'slow.example'")
    ),
    ("links: { rate: 21 }", 1, 16, .overLimit(key: "rate", limit: "20", option: "--rate")),
    ("a: &a [1]\nb: *a", 2, 4, .yaml(.anchor)),
    ("fail-on: note\nfail-on: note", 2, 1, .yaml(.duplicateKey("fail-on"))),
    ("links:\n  rate: 1\n  # rate: 3\n  'rate': 2", 4, 3, .yaml(.duplicateKey("rate"))),
  ]

  @Test(arguments: faults) func `a fault is told with its place`(
    text: String, line: Int, column: Int, fault: Fault
  ) {
    let error = #expect(throws: SettingsError.self) { try SettingsFolder.settings(text) }
    #expect(error?.fault == fault)
    #expect(error?.place.mark == YAMLMark(line: line, column: column))
    #expect(error?.place.file == "stet.yml")
  }

  @Test(arguments: ["", "# fail-on: note", "---", "\u{FEFF}fail-on: note"])
  func `a file that says nothing, or starts with a mark, is read`(text: String) throws {
    let settings = try SettingsFolder.settings(text)
    #expect(settings.failOn?.value == (text.contains("\u{FEFF}") ? .note : nil))
  }

  @Test(arguments: SettingsKeys.privileged.keys.sorted())
  func `what a pull request must not decide is refused at the top and among the links`(key: String)
  {
    for text in ["\(key): 1", "links: { \(key): 1 }"] {
      let error = #expect(throws: SettingsError.self) { try SettingsFolder.settings(text) }
      guard case .privileged(key, _) = error?.fault else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test(arguments: [
    "thresholds: { doubtful: { error-if: '5%' } }", "base-url: /news",
    "base-url: 'ftp://a.example'",
    "base-url: 'https://me:word@a.example/'", "own-hosts: ['https://a.example']",
    "links: { timeout: 0s }", "links: { rate: 0 }", "links: { exclude: ['a b'] }",
    "links: { max-redirects: -1 }", "links: { user-agent: \"a\\nb\" }", "extends: { a: b }",
  ])
  func `a value of the wrong sort is refused`(text: String) {
    let error = #expect(throws: SettingsError.self) { try SettingsFolder.settings(text) }
    guard case .wrongType = error?.fault else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
