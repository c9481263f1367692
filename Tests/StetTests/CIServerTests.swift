import Foundation
import Testing

/// Who chooses no report gets those that the CI server shows.
@Suite struct CIServerTests {
  private static let record = #"{"slug":"a","lang":"xx-nowhere-"}"#

  /// A run in a folder with one record that has findings.
  private func check(
    _ options: [String] = [], in folder: Binary.Folder, as environment: [String: String]
  ) async throws -> Binary.Output {
    try folder.write("a.json", Self.record)
    return try await Binary.run(
      ["check", "a.json", "--offline"] + options, in: folder.url, environment: environment)
  }

  private func text(_ name: String, in folder: Binary.Folder) -> String? {
    try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test func `GitHub gets annotations and a summary behind those of other steps`() async throws {
    let folder = try Binary.Folder()
    let summary = try folder.write("summary.md", "before\n")
    let run = try await check(
      in: folder, as: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
    let lines = run.err.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("stet: ") }.count == 1)
    #expect(run.err.contains("stet: GitHub Actions: writing annotations and a summary."))
    #expect(lines.contains { $0.hasPrefix("::error ") && $0.contains("file=a.json") })
    #expect(run.out.contains("Summary"))
    let shown = try #require(text("summary.md", in: folder))
    #expect(shown.hasPrefix("before\n") && shown.utf8.count > 20)
  }

  @Test func `who chooses a report gets that one only`() async throws {
    let folder = try Binary.Folder()
    let summary = try folder.write("summary.md", "before\n")
    let run = try await check(
      ["--report", "jsonl=out.jsonl"], in: folder,
      as: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
    #expect(run.err == "")
    #expect(text("summary.md", in: folder) == "before\n")
    #expect(text("out.jsonl", in: folder) != nil)
  }

  @Test(arguments: [
    ("GITLAB_CI", "true", ["gl-code-quality-report.json", "junit.xml"]),
    ("TF_BUILD", "True", ["TEST-stet.xml"]),
    ("JENKINS_URL", "https://ci.example/", ["junit.xml"]),
    ("GITLAB_CI", "", []),
  ])
  func `the other servers get files`(variable: String, value: String, files: [String]) async throws
  {
    let folder = try Binary.Folder()
    let run = try await check(in: folder, as: [variable: value])
    #expect(run.err.split(separator: "\n").count == (files.isEmpty ? 0 : 1))
    let place = folder.url.appending(path: ".stet").path
    let written = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    #expect(written.filter { $0 != ".gitignore" }.sorted() == files)
  }
}
