import Foundation
import Testing

/// What waits on the disk while a run goes on.
@Suite struct SpillDiskTests {
  private static let records = 700

  /// Records with enough findings to be more than what is kept in memory.
  private func folder() throws -> Binary.Folder {
    let folder = try Binary.Folder()
    let links = (0..<400).map { "[link \($0)](https://a.test/a-rather-long-address/\($0))" }
    let lines = (0..<Self.records).map { number in
      #"{"slug": "s\#(number)", "body_md": "\#(links.joined(separator: " "))"}"#
    }
    try folder.write("a.jsonl", lines.joined(separator: "\n"))
    return folder
  }

  @Test(.enabled(if: getuid() == 0))
  func `a full disk is one line and exit 2`() async throws {
    let folder = try folder()
    let disk = folder.url.appending(path: "disk").path
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let run = try await Binary.run(
      [
        "-m", "sh", "-c",
        "mount -t tmpfs -o size=1m none '\(disk)' && "
          + "TMPDIR='\(disk)' exec '\(Binary.url.path)' check a.jsonl --offline -q",
      ], executable: URL(filePath: "/usr/bin/unshare"), in: folder.url)
    #expect(run.status == 2)
    #expect(
      run.err == """
        stet: The temporary file for what was found cannot be written: No space left on device. \
        Set TMPDIR to a folder with more room.

        """)
  }

  @Test func `a folder that is not there is one line and exit 2`() async throws {
    let folder = try folder()
    let run = try await Binary.run(
      ["TMPDIR=nowhere", Binary.url.path, "check", "a.jsonl", "--offline", "-q"],
      executable: URL(filePath: "/usr/bin/env"), in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    #expect(run.err.contains("cannot be made: No such file or directory"), "\(run.err)")
  }

  @Test func `no name of it is ever seen, and reports are those of a run in memory`() async throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "tmp"), withIntermediateDirectories: false)
    let run = try await Binary.run(
      ["TMPDIR=tmp", Binary.url.path, "check", "a.jsonl", "--offline", "--report", "jsonl"],
      executable: URL(filePath: "/usr/bin/env"), in: folder.url)
    #expect(run.status == 1)
    let links = run.json.filter { $0["type"] as? String == "link" }
    #expect(links.count == 400)
    #expect(links.allSatisfy { $0["occurrences"] as? Int == Self.records })
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "tmp").path)
        .isEmpty)
  }
}
