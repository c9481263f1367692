package import Curl
package import Model
internal import Standards

/// Decides where a connection may go: public addresses and the ports of the web. Judged by the
/// address that the kernel connects to, never by the text of a URL.
package struct AddressGuard: Sendable {
  /// The ports that may be asked.
  package var ports: Set<UInt16> = [80, 443, 8000, 8080, 8443]
  /// Whether private and reserved addresses may be asked.
  package var allowsPrivate = false
  /// Exemptions, from the command line only.
  package var exemptions: Set<Exemption> = []
  private let own: Set<Endpoint.Address>

  /// A guard; the machine's own addresses are read once, now.
  package init() { own = Endpoint.ownAddresses() }

  /// Why a connection there is refused; nil if it is not.
  package func refusal(of endpoint: Endpoint) -> UncheckedReason? {
    if isExempt(endpoint) { return nil }
    guard allowsPrivate || isPublic(endpoint.address) && !own.contains(endpoint.address) else {
      return .privateAddress("\(endpoint.address)")
    }
    return ports.contains(endpoint.port) ? nil : .port(Int(endpoint.port))
  }

  /// Why a URL is refused before its name is looked up; nil if it is not.
  func refusal(of url: WebURL) -> UncheckedReason? {
    guard let port = url.effectivePort, let host = url.host else { return nil }
    let number = UInt16(truncatingIfNeeded: port)
    return switch host {
    case .ipv4(let address): refusal(of: Endpoint(.v4(address.value), port: number))
    case .ipv6(let address):
      refusal(of: Endpoint(.v6(address.high, address.low, scope: 0), port: number))
    // A name may lead to an exempt address, so its port is refused only if no exemption has it.
    case .domain:
      ports.contains(number) || exemptions.contains { $0.port ?? number == number }
        ? nil : .port(port)
    }
  }

  private func isExempt(_ endpoint: Endpoint) -> Bool {
    exemptions.contains { $0.covers(endpoint) }
  }

  private func isPublic(_ address: Endpoint.Address) -> Bool {
    switch address {
    case .v4(let value): IPAddress.v4(IPv4Address(value)).isPublic
    case .v6(let high, let low, 0): IPAddress.v6(IPv6Address(high: high, low: low)).isPublic
    // An address with a scope is of this link only; one of another family is nobody's.
    case .v6, .other: false
    }
  }
}
