import Curl
import Foundation
import Model
import Probes

/// One run over everything that the hostile server does, made once for all tests.
struct HostileRun: Sendable {
  let outcomes: [String: [Outcome]]
  let log: [String]
  let basePort: Int
  /// How much larger the process was at its largest than before, in KiB.
  let growth: Int

  static let shared = Task { try await HostileRun() }

  /// The one outcome of an address; nil if there is none, or more than one.
  func outcome(_ address: HostileAddress) -> Outcome? {
    let all = outcomes[address.url(basePort)] ?? []
    return all.count == 1 ? all.first : nil
  }

  private init() async throws {
    let server = try HostileServer()
    defer { server.stop() }
    let base = server.basePort
    basePort = base
    // Not the canary on base + 1.
    var settings = ProbeSettings.hurried([base] + (2...40).map { base + $0 })
    settings.authorities = server.authority
    let targets = (HostileRow.all.map(\.address) + HostileRow.refused).map { address in
      ProbeTarget(address.url(base), address.fragments)
    }
    let before = Self.peakSize()
    outcomes = await probe(targets, settings)
    growth = Self.peakSize() - before
    log = try server.log()
  }

  /// The process's largest resident size so far, in KiB.
  private static func peakSize() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}

/// An address at the hostile server, with the fragments of its links.
struct HostileAddress: Sendable, CustomStringConvertible {
  var scheme = "http"
  var host = "127.0.0.1"
  var offset = 0
  var path: String
  var fragments: [String] = []

  func url(_ basePort: Int) -> String { "\(scheme)://\(host):\(basePort + offset)\(path)" }

  var description: String {
    "\(scheme)://\(host):B+\(offset)\(path)" + fragments.map { " #" + $0 }.joined()
  }
}
