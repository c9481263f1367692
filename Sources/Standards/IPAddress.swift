/// An IPv4 or IPv6 address.
package enum IPAddress: Hashable, Sendable, CustomStringConvertible {
  case v4(IPv4Address)
  case v6(IPv6Address)

  /// Reads an address in its printed form; no brackets, no scope, no octal.
  package init?(_ text: String) {
    if let address = IPv4Address(text) {
      self = .v4(address)
    } else if let address = IPv6Address(text) {
      self = .v6(address)
    } else {
      return nil
    }
  }

  /// The printed form: `192.0.2.1`, `2001:db8::1`.
  package var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }

  /// Whether the address is one of the public Internet: where a published link may lead.
  package var isPublic: Bool {
    addressBlock == nil
  }

  /// The special block that the address lies in, or nil if it is public.
  ///
  /// IPv6 that carries IPv4 (`::ffff:0:0/96`, `64:ff9b::/96`) is judged by the IPv4 address, for
  /// that is where a connection goes.
  package var addressBlock: AddressBlock? {
    switch self {
    case .v4(let address):
      return AddressBlock.ofIPv4.first { $0.contains(address) }
    case .v6(let address):
      if let embedded = address.embedded { return IPAddress.v4(embedded).addressBlock }
      if let block = AddressBlock.ofIPv6.first(where: { $0.contains(address) }) { return block }
      let isGlobalUnicast = address.high >> 61 == 1
      return isGlobalUnicast ? nil : AddressBlock.unallocated
    }
  }
}

extension IPv6Address {
  /// The IPv4 address that a connection to this address reaches, if it maps or translates one.
  /// RFC 4291, section 2.5.5.2; RFC 6052, section 2.1.
  package var embedded: IPv4Address? {
    let isMapped = high == 0 && low >> 32 == 0xFFFF
    let isTranslated = high == 0x64_FF9B_0000_0000 && low >> 32 == 0
    return isMapped || isTranslated ? IPv4Address(UInt32(truncatingIfNeeded: low)) : nil
  }
}
