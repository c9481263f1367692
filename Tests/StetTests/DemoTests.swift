import Foundation
import Testing

@Suite struct DemoTests {
  /// Ports differ from run to run.
  private func settled(_ text: String, port: Int) -> String {
    text.replacingOccurrences(of: "127.0.0.1:\(port)", with: "127.0.0.1:PORT")
  }

  @Test func `the examples give the report that the README shows`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let run = try await Binary.run(
      ["check", "examples/records", "--no-timings", "--now", "2026-09-20T12:00:00Z"]
        + site.options, environment: ["COLUMNS": "100", "NO_COLOR": "1"])
    #expect(run.status == 1, "\(run.err)")
    try Golden.expect(settled(run.out, port: site.port), "demo.txt")
  }

  @Test func `the clean examples have no finding and the others have`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let run = try await Binary.run(
      ["check", "examples/records", "--report", "jsonl", "--now", "2026-09-20T12:00:00Z"]
        + site.options)
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    let files = Set(findings.compactMap { $0["file"] as? String })
    let clean = ["harbour-lights-return.json", "le-marche-couvert.json"]
    for file in clean { #expect(!files.contains("examples/records/\(file)"), "\(findings)") }
    let all = try FileManager.default.contentsOfDirectory(
      atPath: Binary.root.appending(path: "examples/records").path)
    #expect(files.count == all.count - clean.count)
    for verdict in ["alive", "moved", "dead", "doubtful", "unchecked"] {
      #expect(
        run.json.contains {
          $0["type"] as? String == "link" && $0["verdict"] as? String == verdict
        }, "no link is \(verdict)")
    }
  }
}
