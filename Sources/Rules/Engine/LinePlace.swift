/// The line and column of an offset, counted fast: for what is asked about every record.
struct LinePlace {
  /// Line breaks before the offset.
  let line: Int
  /// Code points since the last of them.
  let column: Int
  /// Bytes since the last of them.
  let byte: Int

  init(of offset: Int, in bytes: [UInt8]) {
    let lineStart = bytes.withUnsafeBufferPointer { bytes in
      var start = offset
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      return start
    }
    line = lineStart == 0 ? 0 : bytes[..<lineStart].count { $0 == UInt8(ascii: "\n") }
    column = Self.points(in: bytes[lineStart..<offset])
    byte = offset - lineStart
  }

  /// The code points that start in a piece of UTF-8.
  static func points(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count += Int(byte & 0xC0 != 0x80 ? 1 : 0) }
      return count
    }
  }
}
