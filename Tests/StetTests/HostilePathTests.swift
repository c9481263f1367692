import Foundation
import Synchronization
import Testing

/// The program against everything that the hostile server knows, all at once and class by class.
@Suite(.serialized) struct HostilePathTests {
  private let folder: Binary.Folder
  private let site: HostileSite

  init() async throws {
    folder = try Binary.Folder()
    site = try await Self.shared.value
  }

  /// One server for all; the process's end stops it.
  private static let shared = Task {
    let site = try await HostileSite()
    atexit { kill(HostilePathTests.process.withLock { $0 }, SIGKILL) }
    process.withLock { $0 = site.processIdentifier }
    return site
  }

  private static let process = Mutex<pid_t>(0)

  private func check(_ urls: [String], _ more: [String] = []) async throws -> MeasuredRun {
    let record: [String: Any] = [
      "slug": "a", "body_md": urls.map { "[x](<\($0)>)" }.joined(separator: "\n\n"),
    ]
    let data = try JSONSerialization.data(withJSONObject: record)
    let file = try folder.write("a.json", String(decoding: data, as: UTF8.self))
    return try await MeasuredRun(["check", file] + site.hurriedOptions + more, in: folder)
  }

  private func plain(_ path: String) -> String { "http://127.0.0.1:\(site.port)\(path)" }

  /// The path, asked for the place `nowhere`.
  private func placed(_ path: String) -> String {
    plain(path) + (path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + "place#nowhere"
  }

  private func secure(_ offset: Int) -> String { "https://127.0.0.1:\(site.port + offset)/ok" }

  /// Expects that a link is not called dead unless that is proved.
  private func expectProof(of link: [String: Any]) throws {
    guard link["verdict"] as? String == "dead" else { return }
    let cause = try #require(link["cause"] as? String)
    let target = link["target"] as? String ?? ""
    let isProved = Hostility.isProof(of: cause, at: target, base: site.port)
    #expect(isProved, "\(cause): \(target)#\(link["fragment"] ?? "")")
  }

  @Test func `every link gets one verdict, and none is dead that is not proved to be`()
    async throws
  {
    let paths = try HostileSite.paths()
    #expect(paths.count > 150)
    let ports = [2, 3, 4, 5, 6].map { "http://127.0.0.1:\(site.port + $0)/ok" }
    let tls = (Array(10...24) + Array(30...37)).map(secure)
    let urls =
      paths.map(plain) + paths.map(placed) + ports + tls + tls.map { $0 + "#b" }
      + Hostility.addresses(port: site.port + 1)
    let run = try await check(urls)
    #expect(run.output.status == 1, "\(run.output.err)")

    let lines = run.output.json
    let record = try #require(lines.first { $0["type"] as? String == "record" })
    let numbers = try #require(record["links"] as? [[String: Any]]).compactMap {
      $0["number"] as? Int
    }
    // What Markdown takes for no link at all.
    #expect(numbers.count == urls.count)
    let links = lines.filter { $0["type"] as? String == "link" }
    #expect(links.compactMap { $0["number"] as? Int }.sorted() == Set(numbers).sorted())

    var verdicts: [String: Int] = [:]
    for link in links {
      let verdict = try #require(link["verdict"] as? String)
      verdicts[verdict, default: 0] += 1
      try expectProof(of: link)
    }
    #expect(verdicts.values.reduce(0, +) == links.count)
    let summary = try #require(lines.last)
    let totals = try #require(summary["links"] as? [String: Int])
    #expect(totals.filter { $0.value > 0 } == verdicts)
    #expect(summary["occurrences"] as? Int == urls.count)
    #expect(run.peak < 100 * 1_024, "\(run.peak) KiB")
    #expect(!site.log.contains("CANARY"))
  }

  @Test(arguments: Hostility.classes)
  func `no answer takes more than 100 MB`(kind: Hostility.Kind) async throws {
    let run = try await check(kind.paths.map(placed) + kind.ports.map { secure($0) + "#nowhere" })
    let links = run.output.json.filter { $0["type"] as? String == "link" }
    #expect(links.count == kind.paths.count + kind.ports.count)
    for link in links { try expectProof(of: link) }
    #expect(run.peak < 100 * 1_024, "\(run.peak) KiB")
    #expect(!site.log.contains("\"capped\": true"), "\(site.log)")
  }
}
