/// One escape of a JSON string that a reader has checked. RFC 8259, section 7.
struct StringEscape {
  /// In bytes of the source.
  let length: Int
  /// A lone surrogate, which a reader reports, becomes U+FFFD.
  let scalar: Unicode.Scalar

  /// In bytes of the decoded text.
  var width: Int { UTF8.width(scalar) }

  /// Reads the escape whose backslash stands at a position of a string that goes to `end`.
  init(at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) {
    let letter = position + 1 < end ? bytes[position + 1] : UInt8(ascii: "\\")
    guard letter == UInt8(ascii: "u") else {
      (length, scalar) = (2, Self.short(letter))
      return
    }
    let unit = Self.hexadecimal(at: position + 2, in: bytes, end: end)
    if unit & 0xFC00 == 0xD800, position + 7 < end, bytes[position + 6] == UInt8(ascii: "\\"),
      bytes[position + 7] == UInt8(ascii: "u")
    {
      let low = Self.hexadecimal(at: position + 8, in: bytes, end: end)
      if low & 0xFC00 == 0xDC00,
        let pair = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      {
        (length, scalar) = (12, pair)
        return
      }
    }
    (length, scalar) = (6, Unicode.Scalar(unit) ?? "\u{FFFD}")
  }

  private static func short(_ letter: UInt8) -> Unicode.Scalar {
    switch letter {
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: Unicode.Scalar(letter)
    }
  }

  private static func hexadecimal(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) -> UInt32 {
    var value: UInt32 = 0
    for index in position..<max(position, min(position + 4, end)) {
      let byte = bytes[index]
      let digit =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: UInt8(0)
        }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
