import Foundation
import Testing

@Suite struct BrokenInputTests {
  private let clean = #"{"slug":"a","title":"T","body_md":"Text.","lang":"en"}"#

  private func findings(_ run: Binary.Output, _ rule: String) -> [[String: Any]] {
    run.json.filter { $0["rule"] as? String == rule }
  }

  @Test func `broken JSON is told at its byte, and the other records are checked`() async throws {
    let folder = try Binary.Folder()
    // Two bytes for é, so that the columns of bytes and of code points differ.
    try folder.write("b.json", "{\n  \"title\": \"é\", oops\n}\n")
    try folder.write("a.json", clean)
    try folder.write("c.json", clean)
    let run = try await Binary.run(
      ["check", ".", "--offline", "--report", "jsonl"], in: folder.url)
    #expect(run.status == 1)
    let broken = findings(run, "record/not-json")
    #expect(broken.count == 1)
    #expect(broken.first?["file"] as? String == "b.json")
    #expect(broken.first?["line"] as? Int == 2)
    #expect(broken.first?["column"] as? Int == 17)
    let summary = try #require(run.json.last)
    #expect(summary["type"] as? String == "summary")
    #expect(summary["records"] as? Int == 3)
    let checked = Set(findings(run, "required/missing").compactMap { $0["file"] as? String })
    #expect(checked == ["a.json", "c.json"])
  }

  @Test func `a broken line does not stop the lines after it`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.jsonl", "\(clean)\n{\"slug\":\n\n\(clean)\n")
    let run = try await Binary.run(
      ["check", "a.jsonl", "--offline", "--report", "jsonl"], in: folder.url)
    #expect(findings(run, "record/not-json").first?["line"] as? Int == 2)
    #expect(Set(findings(run, "required/missing").compactMap { $0["line"] as? Int }) == [1, 4])
  }

  @Test func `standard input has the name that it was given`() async throws {
    let run = try await Binary.run(
      ["check", "-", "--stdin-name", "articles/x.json", "--offline", "--report", "jsonl"],
      stdin: "[1]")
    #expect(run.status == 1)
    #expect(findings(run, "record/not-an-object").first?["file"] as? String == "articles/x.json")
  }

  @Test(arguments: [
    (["check", "no-such-folder"], "no-such-folder"),
    (["check", "."], "no record"),
    (["check", "*.json"], "*.json"),
    (["check", ".", "--no-such-option"], "--no-such-option"),
    (["check", ".", "--report", "pdf"], "pdf"),
    (["check", ".", "--fail-on", "sometimes"], "sometimes"),
    (["rules", "explain", "dates/not-a-datetime"], "dates/not-a-date-time"),
  ])
  func `trouble is one message and exit status 2`(arguments: [String], names: String) async throws {
    let folder = try Binary.Folder()
    let run = try await Binary.run(arguments, in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains(names), "\(run.err)")
  }

  @Test func `a rule file with a fault is told with its place and the word that was meant`()
    async throws
  {
    let folder = try Binary.Folder()
    try folder.write("a.json", clean)
    try folder.write("own/house/too-loud.yml", "summary: Loud.\nseverty: error\n")
    let run = try await Binary.run(
      ["check", "a.json", "--offline", "--rules", "own"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains("own/house/too-loud.yml:2:1"), "\(run.err)")
    #expect(run.err.contains("'severity'"), "\(run.err)")
  }

  @Test func `the exit status follows the severity that fails a run`() async throws {
    let folder = try Binary.Folder()
    let path = Binary.root.appending(path: "examples/records/harbour-lights-return.json").path
    let clean = try await Binary.run(["check", path, "--offline"], in: folder.url)
    #expect(clean.status == 0, "\(clean.out)")
    let warned = try await Binary.run(
      ["check", "-", "--offline", "--fail-on", "warning"],
      stdin: try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(
        of: "Harbour lights return", with: "Harbour lights &amp; more"))
    #expect(warned.status == 1, "\(warned.out)")
  }
}
