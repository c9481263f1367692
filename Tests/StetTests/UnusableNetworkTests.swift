import Foundation
import Testing

/// Runs where there is no network.
@Suite struct UnusableNetworkTests {
  /// Whether a network of one's own, with nothing in it, can be had.
  static let isAvailable = (try? Program.run("unshare", ["-n", "true"]).status) == 0

  private func check(_ hosts: Int) throws -> (status: Int32, output: String, report: String) {
    let folder = try Binary.Folder()
    try folder.write(
      "a.json", TellingSite.record((0..<hosts).map { "https://host\($0).example.com/" }))
    let run = try Program.run(
      "unshare",
      [
        "-n", Binary.url.path, "check", "a.json", "--only", "links/*", "--quiet", "--no-store",
        "--report", "jsonl=out.jsonl", "--report", "junit=out.xml",
      ], in: folder.url)
    let report = try String(
      contentsOf: folder.url.appending(path: "out.jsonl"), encoding: .utf8)
    return (run.status, run.output, report)
  }

  @Test(.enabled(if: isAvailable)) func `no network is no dead link`() throws {
    let (status, output, report) = try check(6)
    #expect(status == 2)
    #expect(output.contains("The network is unusable: none of 6 hosts could be reached"))
    #expect(output.contains("--offline"))
    let lines = Binary.objects(in: report)
    let verdicts = lines.filter { $0["type"] as? String == "link" }.map { $0["verdict"] as? String }
    #expect(verdicts == Array(repeating: "doubtful", count: 6))
    #expect(lines.last?["exit"] as? Int == 2)
  }

  @Test(.enabled(if: isAvailable)) func `a few hosts prove nothing of the network`() throws {
    let (status, output, _) = try check(4)
    #expect(status == 0, "\(output)")
  }
}
