import Foundation
import Testing

/// What the program writes to a terminal, and what to a pipe.
@Suite struct TerminalTests {
  private static let record = #"{"slug":"a","lang":"xx-nowhere-"}"#

  /// What is written on a terminal of its own, made by Python's pty.
  private func onTerminal(_ environment: [String: String]) async throws -> String {
    let folder = try Binary.Folder()
    try folder.write("a b.json", Self.record)
    let script = """
      import os, pty, sys
      def read(descriptor): return os.read(descriptor, 65536)
      pty.spawn(sys.argv[1:], read)
      """
    let all = ["NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "VTE_VERSION", "TERM_PROGRAM"]
    let clean = Dictionary(uniqueKeysWithValues: all.map { ($0, "") }).merging(environment) { $1 }
    let unset = clean.filter { $0.value.isEmpty }.flatMap { ["-u", $0.key] }
    let set = clean.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    let run = try await Binary.run(
      unset + set + ["python3", "-c", script, Binary.url.path, "check", "a b.json", "--offline"],
      executable: URL(filePath: "/usr/bin/env"), in: folder.url)
    return run.out
  }

  @Test(arguments: [
    (["TERM": "xterm-kitty"], true), (["TERM": "xterm-256color"], false),
    (["TERM": "xterm-256color", "VTE_VERSION": "7600"], true),
    (["TERM": "xterm-256color", "VTE_VERSION": "4200"], false),
    (["TERM": "xterm", "TERM_PROGRAM": "vscode"], true),
    (["TERM": "dumb", "VTE_VERSION": "7600"], false),
    (["TERM": "xterm-kitty", "NO_COLOR": "1"], false),
    (["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"], false),
    (["TERM": "xterm", "FORCE_HYPERLINK": "1"], true),
  ]) func `places are links on terminals that show them`(
    environment: [String: String], isLinked: Bool
  ) async throws {
    let text = try await onTerminal(environment)
    #expect(text.contains("Summary"), "\(text)")
    #expect(text.contains("\u{1B}]8;;file://") == isLinked, "\(text)")
    if isLinked { #expect(text.contains("/a%20b.json\u{1B}\\"), "\(text)") }
  }

  @Test func `a pipe and a file get none`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", Self.record)
    let run = try await Binary.run(
      ["check", "a.json", "--offline", "--report", "text", "--report", "text=out.txt"],
      in: folder.url, environment: ["TERM": "xterm-kitty"])
    #expect(!run.out.contains("\u{1B}") && run.out.contains("Summary"))
    let forced = try await Binary.run(
      ["check", "a.json", "--offline", "--report", "text", "--report", "text=out.txt"],
      in: folder.url, environment: ["FORCE_HYPERLINK": "1"])
    #expect(forced.out.contains("\u{1B}]8;;file://"))
    let file = folder.url.appending(path: "out.txt")
    #expect(try !String(contentsOf: file, encoding: .utf8).contains("\u{1B}"))
  }

  @Test(arguments: [["-v"], ["--verbose"]]) func `notes are shown to who asks for them`(
    option: [String]
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", Self.record)
    try folder.write("stet.yml", "rules: { language/not-well-formed: note }")
    let few = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(few.out.contains("Not shown: 1 note."), "\(few.out)")
    let all = try await Binary.run(["check", "a.json", "--offline"] + option, in: folder.url)
    #expect(all.out.contains("  note  language/not-well-formed"), "\(all.out)")
  }

  @Test func `findings are put together by rule`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", Self.record)
    try folder.write("b.json", Self.record)
    let run = try await Binary.run(
      ["check", ".", "--offline", "--group-by", "rule"], in: folder.url)
    #expect(run.out.contains("\nlanguage/not-well-formed  2 findings\n"), "\(run.out)")
    #expect(run.out.contains("stet rules explain "), "\(run.out)")
  }

  @Test func `rules that the configuration loosens are counted`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", Self.record)
    try folder.write(
      "stet.yml",
      """
      rules: { urls/tracking: off, language/not-well-formed: note, dates/not-utc: error }
      overrides: [{ files: [old/**], rules: { "slug/*": off } }]
      """)
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(
      run.out.contains("rules     5 switched off, 1 made less severe by the configuration"),
      "\(run.out)")
    let verbose = try await Binary.run(["check", "a.json", "--offline", "-v"], in: folder.url)
    #expect(verbose.out.contains("configuration: slug/not-in-url, "), "\(verbose.out)")
    #expect(verbose.out.contains("configuration: language/not-well-formed\n"), "\(verbose.out)")
    let other = try await Binary.run(
      ["check", "a.json", "--offline", "--no-config", "--only", "dates/*"], in: folder.url)
    #expect(!other.out.contains("by the configuration"), "\(other.out)")
  }
}
