import Foundation
import Testing

@Suite struct StandaloneTests {
  @Test func `the binary alone works from any folder`() async throws {
    let folder = try Binary.Folder()
    let copy = folder.url.appending(path: "stet")
    try FileManager.default.copyItem(at: Binary.url, to: copy)
    let rules = try await Binary.run(["rules", "test"], executable: copy, in: folder.url)
    #expect(rules.status == 0, "\(rules.out)")
    #expect(rules.out.contains(" 0 failed"))
    let explained = try await Binary.run(
      ["rules", "explain", "dates/updated-before-published"], executable: copy, in: folder.url)
    #expect(explained.out.contains("Why"))
  }

  @Test func `help teaches and versions tell the data`() async throws {
    for command in [["--help"], ["check", "--help"], ["links", "--help"], ["rules", "--help"]] {
      let help = try await Binary.run(command)
      #expect(help.status == 0)
      #expect(help.out.contains("USAGE"))
    }
    let version = try await Binary.run(["--version", "--verbose"])
    #expect(version.out.contains("2026-08-08"))
    #expect(version.out.contains("libcurl"))
  }

  @Test func `a closed pipe ends the output without a word`() async throws {
    let run = try await Binary.run(
      ["-c", "'\(Binary.url.path)' rules list | head -1"], executable: URL(filePath: "/bin/bash"))
    #expect(run.lines.count == 1)
    #expect(run.err.isEmpty)
  }
}
