import Glibc

/// Reads bytes of HTML.
enum Scan {
  /// The first place of a byte from `start` on.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// A browser drops NULs in text; libxml2 2.9.14 stops at one.
  static func appendWithoutNULs(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    let whole = UnsafeBufferPointer(rebasing: bytes)
    if first(0, in: whole, from: 0) == nil {
      output.append(contentsOf: whole)
    } else {
      output.append(contentsOf: whole.lazy.filter { $0 != 0 })
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Tab, LF, FF, CR, space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
