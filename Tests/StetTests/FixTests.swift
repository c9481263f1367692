import Foundation
import Testing

@Suite struct FixTests {
  private let record =
    "{\r\n\t\"slug\" : \"a\",\"title\":\" T\\u00e9 \\/ \", \"lang\":\"EN-us\" ,\r\n \"body_md\":\"x\"}"
  private let mended =
    "{\r\n\t\"slug\" : \"a\",\"title\":\"T\\u00e9 \\/\", \"lang\":\"en-US\" ,\r\n \"body_md\":\"x\"}"

  private func check(
    _ folder: Binary.Folder, _ arguments: [String], stdin: String? = nil
  ) async throws -> Binary.Output {
    try await Binary.run(
      ["check"] + arguments + ["--offline", "--no-timings"], stdin: stdin, in: folder.url)
  }

  private func text(_ folder: Binary.Folder, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appending(path: name)), as: UTF8.self)
  }

  @Test func `only the bytes of the faults change, and the report says what was mended`()
    async throws
  {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    let run = try await check(folder, ["a.json", "--fix"])
    #expect(run.status == 1)
    #expect(try text(folder, "a.json") == mended)
    #expect(run.out.contains("Fixed 2 findings in 1 file\n"))
    #expect(run.out.contains("a.json:2:46  language/case  write 'en-US'"))
    #expect(!run.out.contains("shape/outer-white-space  /title"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.json"])
  }

  @Test func `the footer tells of what can be mended`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    let run = try await check(folder, ["a.json"])
    #expect(run.out.contains("--fix mends 2 findings"))
    #expect(try text(folder, "a.json") == record)
  }

  @Test func `a diff is printed, patch takes it, and nothing is written`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    let run = try await check(folder, ["a.json", "--diff"])
    #expect(run.status == 1)
    #expect(run.out.hasPrefix("--- a.json\n+++ a.json\n@@ "))
    #expect(run.err == "Would fix 2 findings in 1 file.\n")
    #expect(try text(folder, "a.json") == record)
    _ = try await check(folder, ["a.json", "--fix"])
    let again = try await check(folder, ["a.json", "--diff"])
    #expect(again.status == 0)
    #expect(again.out.isEmpty)
  }

  @Test func `jsonl has a line for each mended finding`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    let run = try await check(folder, ["a.json", "--fix", "--report", "jsonl"])
    let fixes = run.json.filter { $0["type"] as? String == "fix" }
    #expect(
      fixes.compactMap { $0["rule"] as? String } == ["shape/outer-white-space", "language/case"])
    #expect(run.json.last?["fixed"] as? Int == 2)
  }

  @Test func `unsafe fixes need their option, which implies the safe ones`() async throws {
    let folder = try Binary.Folder()
    let text = #"{"slug":"a","title":"T ","topcs":["x"],"body_md":"x"}"#
    try folder.write("a.json", text)
    _ = try await check(folder, ["a.json", "--fix"])
    #expect(try self.text(folder, "a.json").contains("\"topcs\""))
    try folder.write("a.json", text)
    _ = try await check(folder, ["a.json", "--unsafe-fixes"])
    #expect(
      try self.text(folder, "a.json") == #"{"slug":"a","title":"T","topics":["x"],"body_md":"x"}"#)
  }

  @Test func `a fix that breaks the record is taken back and told`() async throws {
    let folder = try Binary.Folder()
    let text = #"{"slug":"a","title":"T","topcs":["x"],"topisc":["y"],"body_md":"x"}"#
    try folder.write("a.json", text)
    let run = try await check(folder, ["a.json", "--unsafe-fixes"])
    #expect(try self.text(folder, "a.json") == text)
    #expect(run.out.contains("was taken back"))
  }

  @Test func `faults on top of each other are mended round by round`() async throws {
    let folder = try Binary.Folder()
    // White space around, letters in pieces inside: both edits touch.
    try folder.write("a.json", #"{"slug":"a","title":"e\u0301 ","lang":" IW ","body_md":"x"}"#)
    let run = try await check(folder, ["a.json", "--fix"])
    let text = try self.text(folder, "a.json")
    #expect(text.contains("\"title\":\"é\""))
    #expect(!run.out.contains("shape/not-nfc  /title"))
  }

  @Test func `suppressed findings are not mended`() async throws {
    let folder = try Binary.Folder()
    let text =
      #"{"slug":"a","title":"T ","body_md":"x","x-stet":[{"allow":"shape/*","reason":"r"}]}"#
    try folder.write("a.json", text)
    _ = try await check(folder, ["a.json", "--fix"])
    #expect(try self.text(folder, "a.json") == text)
  }

  @Test func `every record of lines and arrays is mended in its place`() async throws {
    let folder = try Binary.Folder()
    let one = #"{"slug":"a","title":"T ","body_md":"x"}"#
    let two = #"{"slug":"b","title":"T","lang":"EN","body_md":"x"}"#
    try folder.write("a.jsonl", "\u{FEFF}\(one)\n\n\(two)")
    try folder.write("b.json", "[\n \(one) ,\(two)\n]\n")
    _ = try await check(folder, [".", "--fix"])
    let (fixedOne, fixedTwo) = (
      one.replacingOccurrences(of: "T ", with: "T"), two.replacingOccurrences(of: "EN", with: "en")
    )
    #expect(try text(folder, "a.jsonl") == "\(fixedOne)\n\n\(fixedTwo)")
    #expect(try text(folder, "b.json") == "[\n \(fixedOne) ,\(fixedTwo)\n]\n")
  }

  @Test func `a link in Markdown in a JSON string is mended where it stands`() async throws {
    let folder = try Binary.Folder()
    let text =
      #"{"slug":"a","body_md":"\u00c9 \"q\" [x](htp:\/\/news.gazette.test/\u0061)\n\n\u2014 y"}"#
    try folder.write("a.json", text)
    _ = try await check(folder, ["a.json", "--unsafe-fixes", "--only", "urls/misspelt-scheme"])
    #expect(
      try self.text(folder, "a.json")
        == text.replacingOccurrences(of: #"htp:\/\/"#, with: "http://"))
  }

  @Test func `standard input, compressed files and symbolic links are left alone`() async throws {
    let folder = try Binary.Folder()
    let path = try folder.write("real/a.json", record)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.json").path, withDestinationPath: path)
    let link = try await check(folder, ["link.json", "--fix"])
    #expect(link.out.contains("'link.json' was not changed: it is a symbolic link"))
    #expect(try text(folder, "real/a.json") == record)
    let input = try await check(folder, ["-", "--stdin-name", "a.json", "--fix"], stdin: record)
    #expect(input.out.contains("'a.json' was not changed: it is standard input"))
    let zip = Process()
    zip.executableURL = URL(filePath: "/usr/bin/env")
    zip.arguments = ["gzip", path]
    try zip.run()
    zip.waitUntilExit()
    let packed = try await check(folder, ["real/a.json.gz", "--fix"])
    #expect(packed.out.contains("it is compressed"))
  }

  @Test func `a file that cannot be replaced stops the run, and it is as it was`() async throws {
    guard getuid() != 0 else { return }
    let folder = try Binary.Folder()
    try folder.write("a.json", record)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    let run = try await check(folder, ["a.json", "--fix"])
    #expect(run.status == 2)
    #expect(try text(folder, "a.json") == record)
  }
}
