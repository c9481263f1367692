internal import Curl
internal import Standards

/// An address, or a block of them, or one port there, that may be asked although it is private.
package struct Exemption: Hashable, Sendable {
  let address: Endpoint.Address
  /// How many of the address's first bits count.
  let prefixLength: Int
  /// None for every port.
  let port: UInt16?

  init(address: Endpoint.Address, prefixLength: Int? = nil, port: UInt16?) {
    self.address = address
    self.prefixLength = prefixLength ?? Self.width(of: address)
    self.port = port
  }

  /// Reads `127.0.0.1:8080`, `127.0.0.1`, `10.0.0.0/8`, `127.0.0.0/8:8080`, `[::1]:8080`,
  /// `[fd00::/8]:80` or `::1`. Nil for anything else, names too: a name may lead elsewhere tomorrow.
  package init?(_ text: String) {
    if let (address, length) = Self.block(text) {
      self.init(address: address, prefixLength: length, port: nil)
      return
    }
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
      let port = UInt16(text[text.utf8.index(after: colon)...]), port > 0,
      let (address, length) = Self.block(String(text[..<colon]), needsBrackets: true)
    else { return nil }
    self.init(address: address, prefixLength: length, port: port)
  }

  /// Whether a connection there is exempt.
  func covers(_ endpoint: Endpoint) -> Bool {
    if let port, port != endpoint.port { return false }
    switch (address, endpoint.address) {
    case (.v4(let block), .v4(let bits)):
      return prefixLength == 0 || (block ^ bits) >> (32 - UInt32(prefixLength)) == 0
    case (.v6(let high, let low, _), .v6(let otherHigh, let otherLow, 0)):
      let (first, second) = (high ^ otherHigh, low ^ otherLow)
      if prefixLength == 0 { return true }
      guard prefixLength > 64 else { return first >> (64 - UInt64(prefixLength)) == 0 }
      return first == 0 && second >> (128 - UInt64(prefixLength)) == 0
    case (.v4, _), (.v6, _), (.other, _): return false
    }
  }

  private static func width(of address: Endpoint.Address) -> Int {
    switch address {
    case .v4: 32
    case .v6: 128
    case .other: 0
    }
  }

  private static func block(
    _ text: String, needsBrackets: Bool = false
  ) -> (Endpoint.Address, Int)? {
    let isBracketed = text.utf8.first == UInt8(ascii: "[") && text.utf8.last == UInt8(ascii: "]")
    let plain = isBracketed ? String(text.dropFirst().dropLast()) : text
    let parts = plain.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let address: Endpoint.Address
    switch IPAddress(String(parts[0])) {
    case .v4(let four) where !isBracketed: address = .v4(four.value)
    case .v6(let six) where isBracketed || !needsBrackets:
      address = .v6(six.high, six.low, scope: 0)
    case .v4, .v6, nil: return nil
    }
    guard parts.count == 2 else { return (address, width(of: address)) }
    guard let length = Int(parts[1]), (0...width(of: address)).contains(length) else { return nil }
    return (address, length)
  }
}
