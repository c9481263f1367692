/// Eight bytes of a text, looked at in one step.
///
/// The answers are masks: the high bit of each byte that is meant. No sum of two lanes leaves its
/// byte, so each lane stands for itself. Words and not SIMD vectors, since the compiler makes calls
/// of most comparisons of those.
struct EightBytes {
  /// The first byte is the lowest.
  let word: UInt64

  @inline(__always)
  init(_ text: UnsafeRawBufferPointer, at index: Int) {
    word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  static var all: UInt64 {
    @inline(__always) get { every(0x80) }
  }

  /// ASCII without controls and DEL.
  @inline(__always)
  var printable: UInt64 {
    ((word | Self.all) &- Self.every(0x20)) & ~((word & Self.every(0x7F)) &+ Self.every(1)) & ~word
      & Self.all
  }

  /// Of ASCII bytes those that are equal to one of ASCII.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let difference = (word ^ Self.every(byte)) & Self.every(0x7F)
    return ~(difference &+ Self.every(0x7F)) & ~word & Self.all
  }

  @inline(__always)
  var asciiLetters: UInt64 {
    let small = (word & Self.every(0x7F)) | Self.every(0x20)
    return (small &+ Self.every(0x80 - 0x61)) & ~(small &+ Self.every(0x80 - 0x7B)) & ~word
      & Self.all
  }

  @inline(__always)
  var asciiDigits: UInt64 {
    let low = word & Self.every(0x7F)
    return (low &+ Self.every(0x80 - 0x30)) & ~(low &+ Self.every(0x80 - 0x3A)) & ~word & Self.all
  }

  /// The first bytes of characters beyond ASCII.
  @inline(__always)
  var leads: UInt64 { word & (word << 1) & Self.all }

  /// How many bytes a mask means.
  @inline(__always)
  static func count(_ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: ((mask >> 7) &* every(1)) >> 56)
  }

  /// How many bytes stand before the first one that a mask means.
  @inline(__always)
  static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount / 8 }
}
