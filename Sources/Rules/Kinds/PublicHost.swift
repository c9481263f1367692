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
      return IPAddress.v4(address).addressBlock.map { "an address for \($0.purpose)" }
    case .ipv6(let address):
      return IPAddress.v6(address).addressBlock.map { "an address for \($0.purpose)" }
    case .domain(let name):
      let labels = name.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
      guard let last = labels.last else { return nil }
      if last == "localhost" { return "this machine's own name" }
      if labels.count == 1 { return "a name without a domain" }
      if localDomains.contains(last) || labels.suffix(2) == ["home", "arpa"] {
        return "a name of a local network"
      }
      let isReserved =
        reservedDomains.contains(last)
        || (labels[labels.count - 2] == "example" && exampleDomains.contains(last))
      return isReserved ? "a name reserved for documentation and tests" : nil
    }
  }

  /// RFC 6762, ICANN's reservation of `internal`, and names that routers give.
  private static let localDomains: Set<String> = [
    "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "private",
  ]
  /// RFC 6761, section 6.
  private static let reservedDomains: Set<String> = ["example", "invalid", "test"]
  /// RFC 6761, section 6.5, and RFC 2606, section 3.
  private static let exampleDomains: Set<String> = ["com", "edu", "net", "org"]
}
