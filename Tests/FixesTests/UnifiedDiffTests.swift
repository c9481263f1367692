import Foundation
import Testing

@testable import Fixes

/// patch(1) is the judge: what it makes of the old text must be the new one.
@Suite struct UnifiedDiffTests {
  private func patched(_ old: String, with diff: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(old.utf8).write(to: folder.appending(path: "a.json"))
    try Data(diff).write(to: folder.appending(path: "a.diff"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["patch", "-p0", "--fuzz=0", "-s", "-i", "a.diff"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOf: folder.appending(path: "a.json"), encoding: .utf8)
  }

  private static let twenty = (1...20).map { "line \($0)\n" }.joined()

  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n"),
    ("a\nb\nc", "a\nB\nC"),
    ("a", "b\n"),
    (twenty, twenty.replacingOccurrences(of: "line 3\n", with: "three\n")),
    (
      twenty,
      twenty.replacingOccurrences(of: "line 3\n", with: "three\n")
        .replacingOccurrences(of: "line 17\n", with: "seventeen\n")
    ),
    (twenty, twenty.replacingOccurrences(of: "line 10\n", with: "")),
    (twenty, twenty.replacingOccurrences(of: "line 20\n", with: "line 20\nmore\n")),
    (twenty, "first\n" + twenty.replacingOccurrences(of: "line 9\nline 10\n", with: "")),
    ("{\"t\":\"a\"}\r\n{\"t\":\"b\"}\r\n", "{\"t\":\"a\"}\r\n{\"t\":\"c\"}\r\n"),
  ])
  func `patch makes the new text of the old one`(old: String, new: String) throws {
    let diff = UnifiedDiff(of: "a.json", from: Array(old.utf8), to: Array(new.utf8)).bytes
    #expect(try patched(old, with: diff) == new)
  }

  @Test func `equal texts have no difference`() {
    #expect(UnifiedDiff(of: "a", from: Array("x\n".utf8), to: Array("x\n".utf8)).bytes.isEmpty)
  }

  @Test func `changes far apart are hunks of their own, with three lines around`() {
    let new = Self.twenty.replacingOccurrences(of: "line 5\n", with: "five\n")
      .replacingOccurrences(of: "line 15\n", with: "fifteen\n")
    let diff = UnifiedDiff(of: "a.json", from: Array(Self.twenty.utf8), to: Array(new.utf8)).bytes
    let heads = String(decoding: diff, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("@@") }
    #expect(heads == ["@@ -2,7 +2,7 @@", "@@ -12,7 +12,7 @@"])
  }

  @Test func `a path with a line feed cannot forge a head`() {
    let diff = UnifiedDiff(of: "a\n+++ b", from: Array("x\n".utf8), to: Array("y\n".utf8)).bytes
    #expect(String(decoding: diff, as: UTF8.self).hasPrefix("--- \"a\\n+++ b\"\n+++ \"a\\n"))
  }
}
