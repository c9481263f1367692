import Foundation
import Testing

@Suite struct SuppressionTests {
  private func check(
    _ record: String, _ options: [String] = []
  ) async throws -> (findings: [[String: Any]], summary: [String: Any], status: Int32) {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    let run = try await Binary.run(
      [
        "check", "a.json", "--offline", "--now", "2026-11-24T12:00:00Z", "--report", "jsonl",
        "--skip", "markdown/too-short",
      ] + options, in: folder.url)
    return (
      run.json.filter { $0["type"] as? String == "finding" }, try #require(run.json.last),
      run.status
    )
  }

  private func record(_ members: String) -> String {
    #"""
    {"slug":"a","title":"T","body_md":"Text.","lang":"en","url":"https://news.gazette.test/a",
     "published_at":"2026-06-25T14:59:57Z",
     \#(members)}
    """#
  }

  private func rules(_ findings: [[String: Any]], open: Bool) -> [String] {
    findings.filter { ($0["suppressed"] is NSNull) == open }.compactMap { $0["rule"] as? String }
  }

  @Test func `a finding that its record excuses is marked and kept, and fails nothing`()
    async throws
  {
    let (findings, summary, status) = try await check(
      record(
        #""topcs":["a"],"x-stet":[{"allow":"required/*","reason":"old import","until":"2026-11-24"}]"#
      ),
      ["--fail-on", "warning"])
    #expect(status == 0)
    #expect(rules(findings, open: true).isEmpty)
    #expect(rules(findings, open: false).contains("required/unknown-field"))
    let mark = findings.first?["suppressed"] as? [String: Any]
    #expect(mark?["origin"] as? String == "record")
    #expect(mark?["reason"] as? String == "old import")
    #expect(summary["suppressed"] as? Int == findings.count)
  }

  @Test func `an excuse for a field reaches what is in it and nothing else`() async throws {
    let (findings, _, _) = try await check(
      record(
        #""topics":[" a "],"summary":" s ","x-stet":[{"allow":"shape/outer-white-space","field":"/topics","reason":"r"}]"#
      ))
    let open = findings.filter { $0["suppressed"] is NSNull }.compactMap { $0["field"] as? String }
    #expect(open.contains("/summary"))
    #expect(!open.contains("/topics/0"))
  }

  @Test(arguments: [
    (#"[{"allow":"dates/not-utc","reason":"r"}]"#, "rules/unused-suppression", "dates/not-utc"),
    (#"[{"allow":"dates/not-utd","reason":"r"}]"#, "rules/unused-suppression", "dates/not-utc'?"),
    (#"[{"allow":"record/*","reason":"r"}]"#, "rules/unused-suppression", "configuration"),
    (
      #"[{"allow":"required/*","reason":"r","until":"2026-11-23"}]"#, "rules/expired-suppression",
      "2026-11-23"
    ),
    (#"[{"allow":"required/*"}]"#, "rules/suppression-without-reason", "required/*"),
    (#"[{"allow":"required/*","reason":" "}]"#, "rules/suppression-without-reason", "required/*"),
    (#"[{"alow":"required/*"}]"#, "rules/malformed-suppression", "allow"),
    (
      #"[{"allow":"required/*","reason":"r","until":"soon"}]"#, "rules/malformed-suppression",
      "soon"
    ),
    (#"[{"allow":[]}]"#, "rules/malformed-suppression", "names no rule"),
    (#"[3]"#, "rules/malformed-suppression", "object"),
    (#"{"allow":"required/*"}"#, "rules/malformed-suppression", "list"),
  ])
  func `a suppression that is no good is told in its place`(
    list: String, rule: String, word: String
  ) async throws {
    let (findings, _, _) = try await check(record(#""x-stet":\#(list)"#))
    let found = findings.filter { ($0["rule"] as? String)?.hasPrefix("rules/") == true }
    #expect(found.compactMap { $0["rule"] as? String } == [rule])
    #expect((found.first?["message"] as? String)?.contains(word) == true)
    #expect(found.first?["line"] as? Int == 3)
    #expect((found.first?["field"] as? String)?.hasPrefix("/x-stet") == true)
  }

  @Test(arguments: [
    ("links/dead", []), ("dates/not-utc", ["--only", "required/*", "--only", "rules/*"]),
  ])
  func `a suppression is not unused where its rule was not asked`(
    rule: String, options: [String]
  ) async throws {
    let (findings, _, _) = try await check(
      record(#""x-stet":[{"allow":"\#(rule)","reason":"r"}]"#), options)
    #expect(!rules(findings, open: true).contains("rules/unused-suppression"))
  }

  @Test func `a comment in Markdown excuses the lines it is about`() async throws {
    let body =
      #"See [a](htp://a.example/).\n\n<!-- stet allow urls/*: quoted as sent -->\nSee [b](htp://b.example/).\n\nSee [c](htp://c.example/)."#
    let folder = try Binary.Folder()
    try folder.write(
      "a.json",
      record("").replacingOccurrences(of: ",\n }", with: "}").replacingOccurrences(
        of: "Text.", with: body))
    let run = try await Binary.run(
      [
        "check", "a.json", "--offline", "--only", "urls/*", "--only", "rules/*", "--report",
        "jsonl",
      ],
      in: folder.url)
    let findings = run.json.filter { $0["rule"] as? String == "urls/misspelt-scheme" }
    #expect(findings.count == 3)
    let origins = findings.map { ($0["suppressed"] as? [String: Any])?["origin"] as? String }
    #expect(origins == [nil, "markdown", nil])
    #expect(!run.json.contains { $0["rule"] as? String == "rules/unused-suppression" })
  }

  @Test func `JUnit skips what is excused and says why`() async throws {
    let folder = try Binary.Folder()
    try folder.write(
      "a.json", record(#""x-stet":[{"allow":"required/*","reason":"old import"}]"#))
    let run = try await Binary.run(
      [
        "check", "a.json", "--offline", "--report", "junit", "--fail-on", "warning", "--skip",
        "markdown/too-short",
      ], in: folder.url)
    #expect(run.status == 0)
    #expect(run.out.contains("suppressed by record: old import"))
  }
}
