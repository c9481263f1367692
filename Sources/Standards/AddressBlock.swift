/// A block of addresses that are not of the public Internet, or are no place for a web page.
///
/// From the IANA IPv4 and IPv6 Special-Purpose Address Registries of 2025-10-09. For IPv6 only
/// 2000::/3 is public (the list names blocks in it and the well-known ones outside, for the sake of
/// the message). Globally reachable blocks that hold no web host (AS112, AMT, 6to4 relays) are here
/// too.
package struct AddressBlock: Hashable, Sendable {
  /// The block in CIDR form: `10.0.0.0/8`.
  package let range: String
  /// What it is for: `private use`.
  package let purpose: String
  private let high: UInt64
  private let low: UInt64
  private let length: Int

  func contains(_ address: IPv4Address) -> Bool {
    (address.value ^ UInt32(truncatingIfNeeded: low)) >> UInt32(32 - length) == 0
  }

  func contains(_ address: IPv6Address) -> Bool {
    if length <= 64 { return (address.high ^ high) >> UInt64(64 - length) == 0 }
    return address.high == high && (address.low ^ low) >> UInt64(128 - length) == 0
  }

  private init(
    _ start: String, high: UInt64 = 0, low: UInt64 = 0, _ length: Int, _ purpose: String
  ) {
    range = start + "/" + String(length)
    self.purpose = purpose
    self.high = high
    self.low = low
    self.length = length
  }

  /// Every IPv6 address outside 2000::/3 that no other block names.
  static let unallocated = AddressBlock("::", 0, "not allocated")

  static let ofIPv4: [AddressBlock] = [
    AddressBlock("0.0.0.0", low: 0x0000_0000, 8, "this network"),
    AddressBlock("10.0.0.0", low: 0x0A00_0000, 8, "private use"),
    AddressBlock("100.64.0.0", low: 0x6440_0000, 10, "shared address space"),
    AddressBlock("127.0.0.0", low: 0x7F00_0000, 8, "loopback"),
    AddressBlock("168.63.129.16", low: 0xA83F_8110, 32, "Azure platform"),
    AddressBlock("169.254.0.0", low: 0xA9FE_0000, 16, "link-local"),
    AddressBlock("172.16.0.0", low: 0xAC10_0000, 12, "private use"),
    AddressBlock("192.0.0.0", low: 0xC000_0000, 24, "protocol assignments"),
    AddressBlock("192.0.2.0", low: 0xC000_0200, 24, "documentation"),
    AddressBlock("192.31.196.0", low: 0xC01F_C400, 24, "AS112"),
    AddressBlock("192.52.193.0", low: 0xC034_C100, 24, "AMT"),
    AddressBlock("192.88.99.0", low: 0xC058_6300, 24, "6to4 relay"),
    AddressBlock("192.168.0.0", low: 0xC0A8_0000, 16, "private use"),
    AddressBlock("192.175.48.0", low: 0xC0AF_3000, 24, "AS112"),
    AddressBlock("198.18.0.0", low: 0xC612_0000, 15, "benchmarking"),
    AddressBlock("198.51.100.0", low: 0xC633_6400, 24, "documentation"),
    AddressBlock("203.0.113.0", low: 0xCB00_7100, 24, "documentation"),
    AddressBlock("224.0.0.0", low: 0xE000_0000, 4, "multicast"),
    AddressBlock("240.0.0.0", low: 0xF000_0000, 4, "reserved"),
  ]

  static let ofIPv6: [AddressBlock] = [
    AddressBlock("::", 128, "unspecified"),
    AddressBlock("::1", low: 1, 128, "loopback"),
    AddressBlock("::", 96, "IPv4-compatible"),
    AddressBlock("::ffff:0:0:0", low: 0xFFFF_0000_0000_0000, 96, "IPv4-translated"),
    AddressBlock("64:ff9b:1::", high: 0x0064_FF9B_0001_0000, 48, "local IPv4 translation"),
    AddressBlock("100::", high: 0x0100_0000_0000_0000, 64, "discard"),
    AddressBlock("100:0:0:1::", high: 0x0100_0000_0000_0001, 64, "dummy"),
    AddressBlock("2001::", high: 0x2001_0000_0000_0000, 23, "protocol assignments"),
    AddressBlock("2001:db8::", high: 0x2001_0DB8_0000_0000, 32, "documentation"),
    AddressBlock("2002::", high: 0x2002_0000_0000_0000, 16, "6to4"),
    AddressBlock("2620:4f:8000::", high: 0x2620_004F_8000_0000, 48, "AS112"),
    AddressBlock("3ffe::", high: 0x3FFE_0000_0000_0000, 16, "6bone"),
    AddressBlock("3fff::", high: 0x3FFF_0000_0000_0000, 20, "documentation"),
    AddressBlock("5f00::", high: 0x5F00_0000_0000_0000, 16, "segment routing"),
    AddressBlock("fc00::", high: 0xFC00_0000_0000_0000, 7, "unique local"),
    AddressBlock("fe80::", high: 0xFE80_0000_0000_0000, 10, "link-local"),
    AddressBlock("fec0::", high: 0xFEC0_0000_0000_0000, 10, "site-local"),
    AddressBlock("ff00::", high: 0xFF00_0000_0000_0000, 8, "multicast"),
  ]
}
