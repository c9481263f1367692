import Glibc

/// Searches in bytes.
enum Bytes {
  /// The first place of a byte from `start` on, before `end` or the end of the text.
  static func first(
    _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil
  ) -> Int? {
    let end = end ?? text.count
    guard start < end, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The next line feed from `start` on, or the end of the text.
  static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    first(0x0A, in: text, from: start) ?? text.count
  }

  /// The first byte of the line that holds `position`.
  static func lineStart(in text: UnsafeBufferPointer<UInt8>, of position: Int) -> Int {
    var start = position
    while start > 0, !text[start - 1].isLineEnd { start -= 1 }
    return start
  }
}
