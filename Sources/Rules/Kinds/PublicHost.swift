import Model
import Standards

/// Refuses hosts that the public Internet cannot reach.
struct PublicHost: RecordKind {
  static let name = "public-host"
  static let placeholders = ["host", "reason"]

  /// Hosts that are taken all the same.
  private let allowed: [String]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    allowed = try options.texts("allow") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.url, let host = reading.url.host,
      let reason = Self.reason(against: host), let name = reading.url.hostText,
      !allowed.contains(name), let range = reading.parts.host
    else { return }
    report(Fault(site: .part(range), values: [("host", name), ("reason", reason)]))
  }

  private static func reason(against host: WebURL.Host) -> String? {
    switch host {
    case .ipv4(let address):
      return IPAddress.v4(address).addressBlock.map { "a reserved address (\($0.purpose))" }
    case .ipv6(let address):
      return IPAddress.v6(address).addressBlock.map { "a reserved address (\($0.purpose))" }
    case .domain(let name):
      return ReservedName(name).flatMap { phrase(for: $0) }
    }
  }

  /// None for `.test`: who writes such a name tries something out and knows it.
  private static func phrase(for name: ReservedName) -> String? {
    switch name {
    case .loopback: "this machine's own name"
    case .privateNetwork: "a name of a local network"
    case .documentation: "a name kept for examples"
    case .neverResolves: "a name that never resolves"
    case .trial: nil
    case .onion: "a name of the Tor network"
    case .singleLabel: "a name without a domain"
    }
  }
}
