import Foundation
import Testing

/// 500 links to a hundred quick hosts that stand behind 400 links to a host that takes a second.
@Suite struct SlowHostTests {
  @Test func `the links of one slow host hold up no other`() async throws {
    let folder = try Binary.Folder()
    let port = Loopback.freePort()
    let script = Binary.root.appending(path: "bench/slow_host.py").path
    let records = folder.url.appending(path: "records.jsonl").path
    let log = folder.url.appending(path: "log").path
    try Program.run("python3", [script, "records", records, "\(port)"])
    let server = try BackgroundProgram("python3", [script, "serve", "\(port)", log])
    defer { server.stop() }
    #expect(await Loopback.waitForListener(port: port))

    // The default manners: 6 connections and 20 requests a second to one host.
    let run = try await Binary.run([
      "check", records, "--only", "links/*", "--allow-address", "127.0.0.0/8:\(port)",
      "--max-time", "4s", "--report", "jsonl",
    ])
    #expect(run.status == 0, "\(run.err)")
    var verdicts: [String: Int] = [:]
    for link in run.json where link["type"] as? String == "link" {
      let url = try #require(link["target"] as? String)
      let kind = url.contains("/fast-") ? "fast" : "slow"
      verdicts["\(kind) \(link["verdict"] as? String ?? "")", default: 0] += 1
    }
    // All are judged while hardly a slow one is: a second for each of six at a time.
    #expect(verdicts["fast alive"] == 500)
    #expect(verdicts["slow alive", default: 0] < 40)
    #expect(verdicts.values.reduce(0, +) == 900)

    // Alone on two cores it takes half a second; beside other tests the machine is busy.
    let answers = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ") }
    let fast = answers.filter { $0.last == "fast" }.compactMap { Double($0[0]) }
    #expect(fast.count == 500)
    #expect(try #require(fast.max()) < 3)
  }
}
