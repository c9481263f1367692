import Foundation
import Testing

/// 1,000 records with 10,000 links over 50 hosts, against nginx.
@Suite(.serialized) struct ManyLinksTests {
  @Test func `each target is requested once, and a second run gives the same bytes`() async throws {
    let folder = try Binary.Folder()
    let port = Int.random(in: 200...280) * 100
    let server = folder.url.appending(path: "server").path
    func shell(_ command: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-euc", command]
      process.currentDirectoryURL = Binary.root
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["RIG_PORT": "\(port)"]) { $1 }
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(command)")
    }
    let list = folder.url.appending(path: "t").path
    try shell("python3 bench/rig.py targets \(list) 10000 50")
    try shell("bench/server.sh start \(server) 50 log")
    defer { try? shell("bench/server.sh stop \(server)") }
    let log = URL(filePath: "\(server)/access.log")
    try Data().write(to: log)

    var reports: [String] = []
    for number in 1...2 {
      let run = try await Binary.run([
        "check", "\(list)/records.jsonl", "--allow-address", "127.0.0.0/8:\(port)", "--rate", "off",
        "--no-store", "--no-timings", "--quiet", "--now", "2026-09-20T12:00:00Z",
        "--report", "jsonl=\(folder.url.path)/\(number).jsonl",
        "--report", "junit=\(folder.url.path)/\(number).xml",
      ])
      #expect(run.status <= 1, "\(run.err)")
      for ending in ["jsonl", "xml"] {
        reports.append(
          try String(contentsOfFile: "\(folder.url.path)/\(number).\(ending)", encoding: .utf8))
      }
    }
    #expect(reports[0] == reports[2], "the jsonl reports differ")
    #expect(reports[1] == reports[3], "the JUnit reports differ")

    let summary = try #require(Binary.objects(in: reports[0]).last)
    let links = try #require(summary["links"] as? [String: Int])
    #expect(summary["records"] as? Int == 1000)
    #expect(links["alive"] == 10_000)
    #expect(links.values.reduce(0, +) == 10_000)

    let hits = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    // Two runs: each target twice, by HEAD but for the records' own pages.
    var counts: [Substring: Int] = [:]
    for hit in hits { counts[hit, default: 0] += 1 }
    #expect(counts.count == 10_000)
    #expect(counts.values.allSatisfy { $0 == 2 })
    #expect(hits.count { $0.contains(" HEAD ") } == 18_000)
  }
}
