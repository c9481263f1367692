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
    exemptions.contains(Exemption(address: endpoint.address, port: endpoint.port))
      || exemptions.contains(Exemption(address: endpoint.address, port: nil))
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

/// An address, or one port of it, that may be asked although it is private.
package struct Exemption: Hashable, Sendable {
  let address: Endpoint.Address
  let port: UInt16?

  init(address: Endpoint.Address, port: UInt16?) {
    self.address = address
    self.port = port
  }

  /// Reads `127.0.0.1:8080`, `127.0.0.1`, `[::1]:8080` or `::1`. Nil for anything else, names too:
  /// a name may lead elsewhere tomorrow.
  package init?(_ text: String) {
    if let address = Self.address(text) {
      self.init(address: address, port: nil)
      return
    }
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
      let port = UInt16(text[text.utf8.index(after: colon)...]), port > 0,
      let address = Self.address(String(text[..<colon]), needsBrackets: true)
    else { return nil }
    self.init(address: address, port: port)
  }

  private static func address(_ text: String, needsBrackets: Bool = false) -> Endpoint.Address? {
    let isBracketed = text.utf8.first == UInt8(ascii: "[") && text.utf8.last == UInt8(ascii: "]")
    switch IPAddress(isBracketed ? String(text.dropFirst().dropLast()) : text) {
    case .v4(let address): return isBracketed ? nil : .v4(address.value)
    case .v6(let address):
      guard isBracketed || !needsBrackets else { return nil }
      return .v6(address.high, address.low, scope: 0)
    case nil: return nil
    }
  }
}
