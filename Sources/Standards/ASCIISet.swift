/// A set of ASCII bytes; bytes from 0x80 up are in it or not as one.
struct ASCIISet: Sendable {
  private let low: UInt64
  private let high: UInt64
  private let hasNonASCII: Bool

  /// The bytes for which `isMember` is true.
  init(hasNonASCII: Bool = false, where isMember: (UInt8) -> Bool) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in UInt8(0)..<64 where isMember(byte) { low |= 1 << UInt64(byte) }
    for byte in UInt8(64)..<128 where isMember(byte) { high |= 1 << UInt64(byte - 64) }
    self.low = low
    self.high = high
    self.hasNonASCII = hasNonASCII
  }

  /// This set with the characters of an ASCII text.
  func union(_ characters: StaticString) -> ASCIISet {
    ASCIISet(hasNonASCII: hasNonASCII) { byte in
      contains(byte) || characters.withUTF8Buffer { $0.contains(byte) }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
    if byte < 128 { return high & (1 << UInt64(byte & 63)) != 0 }
    return hasNonASCII
  }

  /// Letters and digits.
  static let alphanumeric = ASCIISet { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
