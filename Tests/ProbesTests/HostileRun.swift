import Curl
import Foundation
import Model
import Probes

/// One run over everything that the hostile server does, made once for all tests.
struct HostileRun: Sendable {
  let outcomes: [String: [Outcome]]
  let log: [String]
  let basePort: Int

  static let shared = Task { try await HostileRun() }

  /// The one outcome of an address; nil if there is none, or more than one.
  func outcome(_ address: HostileAddress) -> Outcome? {
    let all = outcomes[address.url(basePort)] ?? []
    return all.count == 1 ? all.first : nil
  }

  /// How many requests for an address have reached the server.
  func requests(to address: HostileAddress) -> Int {
    log.count {
      $0.contains("\"port\": \(basePort + address.offset),")
        && $0.contains("\"target\": \"\(address.path)\"")
    }
  }

  private init() async throws {
    let server = try HostileServer()
    defer { server.stop() }
    let base = server.basePort
    basePort = base
    // Not the canary on base + 1.
    var patient = ProbeSettings.hurried([base] + (2...40).map { base + $0 })
    patient.authorities = server.authority
    // Longer than the server, which has much to send, may take over an answer on a busy machine.
    (patient.connectTimeout, patient.timeout, patient.stallTimeout) = (
      .seconds(60), .seconds(60), .seconds(60)
    )
    var impatient = patient
    impatient.connectTimeout = .seconds(2)
    impatient.timeout = .seconds(3)
    impatient.stallTimeout = .seconds(2)
    func targets(_ addresses: [HostileAddress]) -> [ProbeTarget] {
      addresses.map { ProbeTarget($0.url(base), $0.fragments) }
    }
    let endless = targets(HostileRow.all.filter(\.isEndless).map(\.address))
    let untidy = targets(HostileRow.untidy.map(\.address))
    let tidy = targets(HostileRow.tidy.map(\.address) + HostileRow.refused)
    // Three runs at once, for each has its own connections.
    async let first = probe(endless, impatient)
    async let second = probe(untidy, patient)
    async let third = probe(tidy, patient)
    outcomes = await first.merging(await second) { $0 + $1 }.merging(await third) { $0 + $1 }
    log = try server.log()
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
