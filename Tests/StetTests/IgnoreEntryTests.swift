import Foundation
import Testing

@Suite struct IgnoreEntryTests {
  private let record =
    #"{"slug":"a","title":"T ","body_md":"x","lang":"en","url":"https://news.gazette.test/a"}"#

  private func check(
    _ configuration: String, _ inputs: [String] = ["."], record text: String? = nil
  ) async throws -> Binary.Output {
    let folder = try Binary.Folder()
    try folder.write("articles/a.json", text ?? record)
    try folder.write("stet.yml", configuration)
    return try await Binary.run(
      ["check"] + inputs
        + ["--offline", "--report", "jsonl", "--now", "2026-11-24T12:00:00Z"], in: folder.url)
  }

  private func findings(_ run: Binary.Output, _ rule: String) -> [[String: Any]] {
    run.json.filter { $0["rule"] as? String == rule }
  }

  @Test func `an entry of the configuration marks what fits it`() async throws {
    let run = try await check(
      """
      ignore:
        - rule: shape/outer-white-space
          file: articles/**
          reason: the old import
      """)
    let finding = try #require(findings(run, "shape/outer-white-space").first)
    let mark = finding["suppressed"] as? [String: Any]
    #expect(mark?["origin"] as? String == "configuration")
    #expect(mark?["reason"] as? String == "the old import")
    #expect(findings(run, "rules/unused-suppression").isEmpty)
  }

  @Test func `a file that is no JSON can be excused`() async throws {
    let run = try await check(
      "ignore:\n  - {rule: record/not-json, file: articles/a.json, reason: a draft}\n",
      record: "{")
    #expect(run.status == 0)
    #expect(findings(run, "record/not-json").first?["suppressed"] is [String: Any])
  }

  @Test func `an entry that excuses nothing is told in the configuration`() async throws {
    let text = "ignore:\n  - {rule: dates/not-utc, reason: because}\n"
    let finding = try #require(findings(try await check(text), "rules/unused-suppression").first)
    #expect((finding["file"] as? String)?.hasSuffix("stet.yml") == true)
    #expect(finding["line"] as? Int == 2)
    let one = try await check(text, ["articles/a.json"])
    #expect(findings(one, "rules/unused-suppression").isEmpty)
  }

  @Test func `an entry past its day is told and excuses nothing`() async throws {
    let run = try await check(
      "ignore:\n  - {rule: shape/*, reason: because, until: 2026-11-23}\n")
    #expect(findings(run, "rules/expired-suppression").count == 1)
    #expect(findings(run, "shape/outer-white-space").first?["suppressed"] is NSNull)
  }
}
