import Foundation
import Testing

@Suite struct SchemaTests {
  @Test func `every shipped rule file is as the published schema says`() throws {
    let rules = Binary.root.appending(path: "rules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: rules.path)
    let files = paths.filter { $0.hasSuffix(".yml") }.map { rules.appending(path: $0).path }
    try #require(files.count > 50)
    let answer = try Program.judge(files, by: "rule-schema.json")
    #expect(answer.status == 0, "\(answer.output)")
  }

  private static let rule = """
    summary: Loud.
    severity: warning
    given: $.title
    check: { pattern: { refuse: '!!' } }
    message: "'{value}' shouts."
    why: Readers turn away.
    mend: Speak softly.
    examples: { passing: [{ title: Calm }], failing: [{ title: Help!! }] }
    """

  @Test(arguments: [
    ("severity: warning", "severity: loud"), ("why: Readers turn away.", "way: Readers turn away."),
    ("given: $.title", "given: title"), ("{ pattern:", "{ patern:"), ("{ refuse:", "{ refuses:"),
    ("passing: [{ title: Calm }]", "passing: []"),
  ])
  func `the schema of rules refuses what the program refuses`(old: String, new: String) async throws
  {
    let folder = try Binary.Folder()
    let text = Self.rule.replacingOccurrences(of: old, with: new)
    try #require(text != Self.rule)
    let file = try folder.write("own/house/loud.yml", text)
    #expect(try Program.judge([file], by: "rule-schema.json").status == 1)
    #expect(try await Binary.run(["rules", "test", "own"], in: folder.url).status == 2)
  }

  static let good = [
    "{}",
    "fail-on: note",
    "rules: { dates/not-utc: off, 'links/*': note, links/long-chain: { severity: error, limit: 5 } }",
    "overrides:\n- files: ['old/**', '*.jsonl']\n  rules: { 'dates/*': off }",
    "thresholds: { doubtful: { error-if: '> 2.5%' } }",
    "fields: { markdown: [/text], urls: [], alternates: '/other/*', base: /address }",
    "fields: { slug: id, body_md: content.markdown, title: /head/line, alternates: { html: a.b } }",
    "base-url: https://news.example/\nown-hosts: ['*.news.example']",
    "ignore: [{ rule: 'links/*', href: 'https://a.example/*', reason: Known., until: 2027-01-31 }]",
    "links: { timeout: 10, connect-timeout: 500ms, max-time: 1h, rate: 0.5, connections: 8 }",
    "hosts: { slow.example: { rate: 1, connections: 1, timeout: 5s }, 'a.example:8080': {} }",
    "links: { host-connections: 1, max-redirects: 0, user-agent: us, exclude: a.example }",
  ]

  static let bad = [
    "rule: {}", "fail-on: fatal", "rules: { dates/not-utc: warn }", "rules: [a/b]",
    "overrides: [{ files: a }]", "thresholds: { doubtful: '> 5%' }",
    "thresholds: { doubtful: { error-if: 5% } }", "fields: { base: $.url }",
    "fields: { slug: 'a.*' }", "fields: { alternates: { pdf: a } }", "fields: { title: [a] }",
    "ignore: [{ rule: links/dead }]", "ignore: [{ rule: links/dead, reason: ' ' }]",
    "ignore: [{ rule: links/dead, reason: r, until: soon }]", "links: { timeout: long }",
    "links: { connections: 65 }", "links: { rate: 0 }", "links: { proxy: a }",
    "extends: /etc/a.yml",
    "allow-private: true", "base-url: news", "own-hosts: { a: b }",
  ]

  @Test func `the schema and the program agree on configurations`() async throws {
    let folder = try Binary.Folder()
    for (number, text) in (Self.good + Self.bad).enumerated() {
      try folder.write("\(number).yml", text)
    }
    for (number, text) in (Self.good + Self.bad).enumerated() {
      let run = try await Binary.run(
        ["config", "show", "--config", "\(number).yml"], in: folder.url)
      #expect(run.status == (number < Self.good.count ? 0 : 2), "\(text): \(run.err)")
    }
    func files(_ range: Range<Int>) -> [String] {
      range.map { folder.url.appending(path: "\($0).yml").path }
    }
    let total = Self.good.count + Self.bad.count
    let good = try Program.judge(files(0..<Self.good.count), by: "stet-schema.json")
    #expect(good.status == 0, "\(good.output)")
    let bad = try Program.judge(files(Self.good.count..<total), by: "stet-schema.json")
    for number in Self.good.count..<total {
      #expect(
        bad.output.contains("/\(number).yml::"), "accepted: \(Self.bad[number - Self.good.count])")
    }
  }

  @Test func `what config show prints is a configuration that says the same`() async throws {
    let folder = try Binary.Folder()
    try folder.write(
      "stet.yml",
      Self.good.dropFirst().joined(separator: "\n").replacing(
        "links: { host-connections: 1, max-redirects: 0, user-agent: us, exclude: a.example }",
        with: ""
      ).replacing(
        "fields: { markdown: [/text], urls: [], alternates: '/other/*', base: /address }", with: "")
    )
    let shown = try await Binary.run(["config", "show"], in: folder.url)
    #expect(shown.status == 0, "\(shown.err)")
    let file = try folder.write("again.yml", shown.out)
    #expect(try Program.judge([file], by: "stet-schema.json").status == 0)
    let again = try await Binary.run(["config", "show", "--config", "again.yml"], in: folder.url)
    func values(_ text: String) -> [String] {
      text.split(separator: "\n").map { line in
        String(line.prefix { $0 != "#" }).trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(values(again.out) == values(shown.out))
  }
}
