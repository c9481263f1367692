import Foundation
import Testing

/// http links whose pages are there by https too.
@Suite struct HTTPSUpgradeTests {
  private func findings(
    _ plain: TellingSite, _ secure: TellingSite, _ urls: [String], _ options: [String] = []
  ) async throws -> [[String: Any]] {
    try await mended(plain, secure, urls, options).findings
  }

  private func mended(
    _ plain: TellingSite, _ secure: TellingSite, _ urls: [String],
    _ options: [String] = ["--unsafe-fixes"]
  ) async throws -> (findings: [[String: Any]], text: String) {
    let folder = try Binary.Folder()
    try folder.write("a.json", TellingSite.record(urls))
    let run = try await Binary.run(
      [
        "check", "a.json", "--report", "jsonl", "--ca-file",
        secure.folder.url.appending(path: "site.pem").path,
        "--connect-to", "site.test:80:127.0.0.1:\(plain.port)",
        "--connect-to", "site.test:443:127.0.0.1:\(secure.port)",
      ] + plain.options(secure) + options, in: folder.url)
    let text = try String(contentsOf: folder.url.appending(path: "a.json"), encoding: .utf8)
    return (
      run.json.filter {
        $0["type"] as? String == "finding"
          && $0["rule"] as? String == "links/insecure-but-upgradable"
      }, text
    )
  }

  @Test func `a page that is there by https too is told, with an unsafe fix`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(tls: true)
    let found = try await findings(plain, secure, ["http://site.test/a?b=c#here"])
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding["severity"] as? String == "note")
    #expect((finding["message"] as? String)?.contains("'https://site.test/a?b=c'") == true)
    let suggestion = try #require(finding["suggestion"] as? [String: Any])
    #expect(suggestion["safety"] as? String == "unsafe")
    #expect("\(suggestion)".contains("https://site.test/a?b=c#here"))
    #expect(secure.lines == ["HEAD /a?b=c"])
  }

  @Test func `the address is mended where that is asked for`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(tls: true)
    let (found, text) = try await mended(plain, secure, ["http://site.test/a?b=c#here"])
    #expect(found.isEmpty)
    #expect(text == TellingSite.record(["https://site.test/a?b=c#here"]))
  }

  @Test func `what answers otherwise, redirects, or is dead by https is left alone`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(robots: "User-agent: *", tls: true)
    let found = try await findings(
      plain, secure,
      // Dead by http; a redirect; dead by https alone; another port.
      [
        "http://site.test/status/404", "http://site.test/to?http://site.test/a",
        "http://127.0.0.1:\(plain.port)/a",
      ])
    #expect(found.isEmpty)
    #expect(secure.lines.isEmpty)
  }

  @Test func `an https server that is not trusted is no better`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(tls: true)
    let found = try await findings(
      plain, secure, ["http://site.test/a"],
      ["--connect-to", "other.test:80:127.0.0.1:\(plain.port)", "--ca-file", "/dev/null"])
    #expect(found.isEmpty)
  }

  @Test func `the time of a run is that of all its rounds`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(tls: true)
    let found = try await findings(
      plain, secure, ["http://site.test/slow/2"], ["--max-time", "3s"])
    #expect(found.isEmpty)
  }

  @Test func `nothing is asked by https where the rule is off`() async throws {
    let plain = try await TellingSite()
    let secure = try await TellingSite(tls: true)
    let found = try await findings(
      plain, secure, ["http://site.test/a"], ["--skip", "links/insecure-but-upgradable"])
    #expect(found.isEmpty)
    #expect(secure.lines.isEmpty)
  }
}
