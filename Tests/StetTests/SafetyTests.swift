import Foundation
import Testing

@Suite struct SafetyTests {
  @Test func `a private address is refused before a packet leaves, however it is reached`()
    async throws
  {
    let site = try await HostileSite()
    let canary = site.port + 1
    let direct = [
      "http://127.0.0.1:\(canary)/canary", "http://2130706433:\(canary)/canary",
      "http://0x7f.1:\(canary)/canary", "http://localhost:\(canary)/canary",
      "http://localhost.:\(canary)/canary", "http://[::ffff:127.0.0.1]:\(canary)/canary",
      "http://127.0.0.2:\(canary)/canary", "http://0:\(canary)/canary",
    ]
    let redirected = [
      "redirect-to-private", "redirect-to-private-name", "redirect-to-private-decimal",
      "redirect-to-private-mapped", "redirect-to-metadata", "redirect-backslash",
    ].map { "http://127.0.0.1:\(site.port)/\($0)" }
    let body = (direct + redirected).map { "[x](\($0))" }.joined(separator: "\n\n")
    let record = try JSONSerialization.data(withJSONObject: ["slug": "a", "body_md": body])
    let run = try await Binary.run(
      [
        "check", "-", "--report", "jsonl", "--only", "links/*",
        "--allow-address", "127.0.0.1:\(site.port)", "--rate", "off",
      ], stdin: String(decoding: record, as: UTF8.self),
      environment: ["http_proxy": "http://127.0.0.1:\(canary)"])
    let links = run.json.filter { $0["type"] as? String == "link" }
    // 2130706433 and 0x7f.1 are ways to write 127.0.0.1: three addresses are one target.
    #expect(links.count == direct.count - 2 + redirected.count)
    for link in links {
      #expect(link["verdict"] as? String == "unchecked", "\(link)")
    }
    #expect(!site.log.contains("CANARY"), "\(site.log)")
    #expect(site.log.contains("/redirect-to-private-decimal"))
    #expect(run.status == 0)
  }
}
