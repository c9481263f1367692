import Foundation
import Testing

/// What is told of a run while it goes on: 400 links to a host that takes a second, and 500 to others.
@Suite(.serialized) struct ProgressTests {
  private let server: BackgroundProgram
  private let folder: Binary.Folder
  private let arguments: [String]

  init() async throws {
    folder = try Binary.Folder()
    let port = Loopback.freePort()
    let script = Binary.root.appending(path: "bench/slow_host.py").path
    let records = folder.url.appending(path: "records.jsonl").path
    try Program.run("python3", [script, "records", records, "\(port)"])
    server = try BackgroundProgram(
      "python3", [script, "serve", "\(port)", folder.url.appending(path: "log").path])
    arguments = [
      "check", records, "--only", "links/*", "--allow-address", "127.0.0.0/8:\(port)",
      "--no-store", "--report", "jsonl",
    ]
    try #require(await Loopback.waitForListener(port: port))
  }

  @Test func `a line is drawn on a terminal, and taken away`() async throws {
    defer { server.stop() }
    let (screen, out) = try await TerminalRun.run(
      arguments + ["--max-time", "4s"], environment: ["TERM": "xterm", "CI": ""])
    let clear = "\r\u{1B}[2K"
    #expect(screen.hasPrefix(clear + "Probing links: "))
    #expect(screen.hasSuffix(clear))
    #expect(!screen.contains("\n"), "\(screen)")
    let lines = screen.components(separatedBy: clear).filter { !$0.isEmpty }
    #expect(lines.count > 5)
    // A second is over, and the quick links with it.
    let last = try #require(lines.last)
    let form =
      #"^Probing links: (5[0-9]{2}) of 900, \1 alive, [0-9]+/s, [0-9]+ s left; "#
      + #"waiting: 127\.0\.0\.2(:[0-9]+)? 3[0-9]{2}$"#
    #expect(try last.contains(Regex(form)), "\(last)")
    #expect(Binary.objects(in: out).last?["type"] as? String == "summary")
  }

  @Test func `the line fits the terminal`() async throws {
    defer { server.stop() }
    let (screen, _) = try await TerminalRun.run(
      arguments + ["--max-time", "2s"], columns: 40, environment: ["TERM": "xterm", "CI": ""])
    let lines = screen.components(separatedBy: "\r\u{1B}[2K")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.count < 40 }, "\(lines)")
  }

  @Test func `elsewhere there is none, and a plain one now and then where CI is set`() async throws
  {
    defer { server.stop() }
    let time = ["--max-time", "12s"]
    async let inCI = TerminalRun.run(
      arguments + time, environment: ["TERM": "xterm", "CI": "true"])
    async let dumb = TerminalRun.run(
      arguments + ["--max-time", "2s"], environment: ["TERM": "dumb", "CI": ""])
    async let piped = Binary.run(arguments + ["--max-time", "2s"], environment: ["CI": ""])
    let lines = try await inCI.screen.split(separator: "\r\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("Probing links: ") == true, "\(lines)")
    #expect(lines.allSatisfy { !$0.contains("\u{1B}") })
    #expect(try await dumb.screen == "")
    #expect(try await piped.err == "")
  }
}
