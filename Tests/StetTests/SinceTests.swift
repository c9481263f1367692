import Foundation
import Testing

@Suite struct SinceTests {
  /// A repository with one commit: a file of lines, an array, and a lone record.
  private func repository() throws -> Binary.Folder {
    let folder = try Binary.Folder()
    try folder.write("a.jsonl", (1...4).map { #"{"slug":"l\#($0)","lang":"EN"}"# + "\n" }.joined())
    try folder.write(
      "b.json",
      "[\n"
        + (1...3).map { "{\n\"slug\": \"e\($0)\",\n\"lang\": \"EN\"\n}" }
        .joined(separator: ",\n") + "\n]\n")
    try folder.write("c.json", #"{"slug":"c","lang":"EN"}"#)
    for arguments in [
      ["init", "-q"], ["add", "."],
      ["-c", "user.name=n", "-c", "user.email=n@news.example", "commit", "-q", "-m", "one"],
    ] {
      let answer = try Program.run("git", arguments, in: folder.url)
      try #require(answer.status == 0, "\(answer.output)")
    }
    return folder
  }

  private func changed(_ folder: Binary.Folder, in path: String = "") async throws -> [String] {
    let run = try await Binary.run(
      [
        "check", ".", "--offline", "--only", "language/case", "--report", "jsonl", "--since",
        "HEAD",
      ],
      in: folder.url.appending(path: path))
    #expect(run.err.isEmpty, "\(run.err)")
    return run.json.filter { $0["type"] as? String == "finding" }
      .compactMap { $0["record"] as? String }
  }

  private func replace(_ folder: Binary.Folder, _ name: String, _ old: String, _ new: String) throws
  {
    let text = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    try folder.write(name, text.replacingOccurrences(of: old, with: new))
  }

  @Test func `without a change nothing is reported`() async throws {
    let folder = try repository()
    #expect(try await changed(folder) == [])
  }

  @Test func `of a file of lines only those that changed are reported`() async throws {
    let folder = try repository()
    try replace(folder, "a.jsonl", #""l2","#, #""l2", "title":"T","#)
    #expect(try await changed(folder) == ["l2"])
    try replace(folder, "a.jsonl", #"{"slug":"l4","lang":"EN"}"#, "")
    #expect(try await changed(folder) == ["l2"])
  }

  @Test func `of an array only the elements that changed are reported`() async throws {
    let folder = try repository()
    try replace(folder, "b.json", "\"slug\": \"e3\",\n", "\"slug\": \"e3\",\n\"title\": \"T\",\n")
    #expect(try await changed(folder) == ["e3"])
  }

  @Test func `new files and odd names are reported, and what lies beside is not`() async throws {
    let folder = try repository()
    try folder.write("new/tide \"é\".json", #"{"slug":"n","lang":"EN"}"#)
    #expect(try await changed(folder) == ["n"])
    #expect(try await changed(folder, in: "new") == ["n"])
    try replace(folder, "c.json", "EN", "DE")
    #expect(try await changed(folder) == ["c", "n"])
  }

  @Test func `an unknown revision, and one that looks like an option, are told`() async throws {
    let folder = try repository()
    for revision in ["no-such-branch", "--output=x", "HEAD:c.json"] {
      let run = try await Binary.run(
        ["check", ".", "--offline", "--since=\(revision)"], in: folder.url)
      #expect(run.status == 2)
      #expect(run.err.contains("no revision '\(revision)'"), "\(run.err)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").path))
  }
}
