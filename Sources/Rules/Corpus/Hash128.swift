/// A hash of 128 bits that stands for a text: texts of one hash are taken for equal.
///
/// By chance two of a million texts have one hash once in 10^26 runs. Not keyed: who writes records
/// in order to be called a duplicate can have that.
struct Hash128: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of bytes.
  init(of bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) {
    let length = UInt64(truncatingIfNeeded: bytes.count)
    var low = seed ^ Self.first
    var high = (seed ^ Self.second) &+ length
    func add(_ left: UInt64, _ right: UInt64) {
      low = Self.product(left ^ Self.third, right ^ low) &+ low
      high = Self.product(right ^ Self.fourth, left ^ high) &+ high
    }
    var index = 0
    while index + 16 <= bytes.count {
      add(
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      index += 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    for (position, byte) in bytes[index...].enumerated() {
      let shifted = UInt64(byte) << UInt64(position % 8 * 8)
      if position < 8 { tail.0 |= shifted } else { tail.1 |= shifted }
    }
    add(tail.0, tail.1)
    self.init(high: Self.mixed(high), low: Self.mixed(low ^ length))
  }

  init(of bytes: [UInt8], seed: UInt64 = 0) {
    self = bytes.withUnsafeBytes { Hash128(of: $0, seed: seed) }
  }

  /// The hash of a text's bytes.
  init(of text: String, seed: UInt64 = 0) {
    var text = text
    self = text.withUTF8 { Hash128(of: UnsafeRawBufferPointer($0), seed: seed) }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
  }

  /// Spreads every bit over all.
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }

  @inline(__always)
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  // Digits of the fractional parts of square roots: nothing up the sleeve.
  private static let first: UInt64 = 0x6A09_E667_F3BC_C908
  private static let second: UInt64 = 0xBB67_AE85_84CA_A73B
  private static let third: UInt64 = 0x3C6E_F372_FE94_F82B
  private static let fourth: UInt64 = 0xA54F_F53A_5F1D_36F1
}
