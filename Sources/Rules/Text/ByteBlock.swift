import CLanes

/// Up to sixty-four bytes of a text, looked at in one step. In each answer bit n means byte n.
struct ByteBlock {
  private let bytes: UnsafePointer<UInt8>
  /// Fewer than sixty-four at the end of the text.
  let count: Int

  /// The bytes from an offset on; none at the end of the text.
  @inline(__always)
  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard let base = text.baseAddress, start < text.count else { return nil }
    bytes = base + start
    count = min(64, text.count - start)
  }

  /// ASCII letters.
  var letters: UInt64 {
    @inline(__always) get { lanes_ascii_letters(bytes, count) }
  }

  /// ASCII letters and digits.
  var words: UInt64 {
    @inline(__always) get { lanes_ascii_words(bytes, count) }
  }

  /// Bytes beyond ASCII.
  var high: UInt64 {
    @inline(__always) get { lanes_high(bytes, count) }
  }

  /// The first bytes of characters beyond ASCII.
  var leads: UInt64 {
    @inline(__always) get { lanes_leads(bytes, count) }
  }

  /// What is beyond ASCII, no printable character, or one of `&`, `<` and the backslash.
  var special: UInt64 {
    @inline(__always) get { lanes_special(bytes, count) & meant }
  }

  /// - Parameter byte: not 0.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 { lanes_equal(bytes, count, byte) }

  /// Bytes that are one of some when the bit is set that makes ASCII letters small, as it is in those.
  @inline(__always)
  func small(_ sought: UnsafeBufferPointer<UInt8>) -> UInt64 {
    sought.baseAddress.map { lanes_any(bytes, count, $0, sought.count) & meant } ?? 0
  }

  /// All bytes that there are.
  var meant: UInt64 {
    @inline(__always) get { count < 64 ? (1 << UInt64(count)) &- 1 : .max }
  }

  /// How many bytes a mask means.
  @inline(__always)
  static func count(_ mask: UInt64) -> Int { Int(lanes_count(mask)) }
}
