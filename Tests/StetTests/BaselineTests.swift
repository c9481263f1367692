import Foundation
import Testing

@Suite struct BaselineTests {
  private let record =
    #"{"slug":"a","title":" T ","body_md":"x","lang":"EN","topics":[" a "," b ",{"k": 1}]}"#

  private func baseline(
    _ folder: Binary.Folder, _ arguments: [String]
  ) async throws -> Binary.Output {
    try await Binary.run(["baseline"] + arguments + ["--offline"], in: folder.url)
  }

  /// The findings that nothing excuses.
  private func open(_ folder: Binary.Folder) async throws -> [String] {
    let run = try await Binary.run(
      ["check", ".", "--offline", "--baseline", "stet.baseline", "--report", "jsonl"],
      in: folder.url)
    return run.json.filter { $0["type"] as? String == "finding" && $0["suppressed"] is NSNull }
      .compactMap { $0["rule"] as? String }
  }

  private func created(_ text: String) async throws -> Binary.Folder {
    let folder = try Binary.Folder()
    try folder.write("a.json", text)
    let run = try await baseline(folder, ["create", ".", "--output", "stet.baseline"])
    #expect(run.status == 0)
    return folder
  }

  @Test func `findings of the baseline are marked, and the run passes`() async throws {
    let folder = try await created(record)
    let run = try await Binary.run(
      ["check", ".", "--offline", "--baseline", "stet.baseline", "--fail-on", "note"],
      in: folder.url)
    #expect(run.status == 0)
    #expect(run.out.contains("suppressed"))
  }

  @Test(arguments: [
    // Keys in another order, other white space, other escapes.
    """
    {
      "topics": [ " a ", " b ",
        { "k" : 1 } ],
      "lang": "EN", "body_md": "x", "title": "\\u0020T ",
      "slug": "a"
    }

    """,
    // Other elements come first, and others still are mended.
    #"{"slug":"a","title":" T ","body_md":"x","lang":"EN","topics":["fine",{"k": 1}," b "]}"#,
  ])
  func `what was written anew is still excused`(text: String) async throws {
    let folder = try await created(record)
    try folder.write("a.json", text)
    #expect(try await open(folder).filter { !$0.hasPrefix("rules/") } == [])
  }

  @Test func `a record that was moved is still excused, and a new fault is not`() async throws {
    let folder = try await created(record)
    try FileManager.default.removeItem(at: folder.url.appending(path: "a.json"))
    let other = record.replacingOccurrences(of: #""slug":"a""#, with: #""slug":"b""#)
    try folder.write("all/records.jsonl", "\(other)\n\n\(record)\n")
    let run = try await Binary.run(
      [
        "check", ".", "--offline", "--baseline", "stet.baseline", "--report", "jsonl",
        "--skip", "corpus/*",
      ], in: folder.url)
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    let excused = findings.filter { !($0["suppressed"] is NSNull) }
      .filter { $0["rule"] as? String != "slug/not-file-name" }
    #expect(Set(excused.compactMap { $0["record"] as? String }) == ["a"])
    let new = findings.filter { $0["suppressed"] is NSNull }
    #expect(new.contains { $0["record"] as? String == "b" })
    #expect(!new.contains { $0["record"] as? String == "a" })
  }

  @Test func `what is mended is told once and pruned`() async throws {
    let folder = try await created(record)
    try folder.write("a.json", record.replacingOccurrences(of: #"" T ""#, with: #""T""#))
    #expect(try await open(folder) == ["rules/unused-suppression"])
    let before = try String(
      contentsOf: folder.url.appending(path: "stet.baseline"), encoding: .utf8)
    let run = try await baseline(folder, ["prune", "stet.baseline", "."])
    #expect(run.status == 0)
    #expect(run.out.contains("1 is gone"))
    let after = try String(
      contentsOf: folder.url.appending(path: "stet.baseline"), encoding: .utf8)
    let (old, new) = (Set(before.split(separator: "\n")), Set(after.split(separator: "\n")))
    #expect(new.isSubset(of: old))
    #expect(old.subtracting(new).count == 1)
    #expect(try await open(folder) == [])
  }

  @Test func `lines are sorted and the same for the same findings`() async throws {
    let folder = try await created(record)
    let first = try Data(contentsOf: folder.url.appending(path: "stet.baseline"))
    _ = try await baseline(folder, ["create", ".", "--output", "stet.baseline"])
    #expect(try Data(contentsOf: folder.url.appending(path: "stet.baseline")) == first)
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == Array(lines))
  }

  @Test(arguments: [
    ("{\"baseline\":2}\n", "newer stet"), ("{\"record\":\"a\"}\n", "stet.baseline:1"),
    ("{\"baseline\":1}\nno JSON\n", "stet.baseline:2"),
  ])
  func `a baseline that cannot be read stops the run`(text: String, words: String) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    try folder.write("stet.baseline", text)
    let run = try await Binary.run(
      ["check", "a.json", "--offline", "--baseline", "stet.baseline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains(words))
  }

  @Test func `a baseline does not take a name that records have`() async throws {
    let folder = try Binary.Folder()
    let run = try await baseline(folder, ["create", ".", "--output", "baseline.json"])
    #expect(run.status == 2)
    #expect(run.err.contains("stet.baseline"))
  }
}
