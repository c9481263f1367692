/// Decodes backslash escapes and character references. CommonMark 0.30, sections 2.4 and 2.5.
enum Unescaping {
  /// Whether there is a byte that may stand for something else.
  static func mayChange(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
    }
  }

  /// Appends the decoded bytes; backslashes are kept where `backslashes` is false.
  static func append(_ bytes: ArraySlice<UInt8>, backslashes: Bool, to decoded: inout [UInt8]) {
    guard mayChange(bytes) else {
      decoded.append(contentsOf: bytes)
      return
    }
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\\"), backslashes, position + 1 < bytes.count,
          bytes[position + 1].isPunctuation
        {
          decoded.append(bytes[position + 1])
          position += 2
        } else if byte == UInt8(ascii: "&"),
          let length = reference(at: position, in: bytes, to: &decoded)
        {
          position += length
        } else {
          decoded.append(byte)
          position += 1
        }
      }
    }
  }

  /// Decodes the character reference at a `&`: its length; none when there is none.
  private static func reference(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to decoded: inout [UInt8]
  ) -> Int? {
    let limit = min(bytes.count, start + 40)
    var end = start + 1
    while end < limit, bytes[end] != UInt8(ascii: ";") {
      guard bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "#") else { return nil }
      end += 1
    }
    guard end < limit, end > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<end])
    if name[0] == UInt8(ascii: "#") {
      guard let scalar = numeric(name.dropFirst()) else { return nil }
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      guard let text = EntityTable.text(of: name) else { return nil }
      decoded.append(contentsOf: text)
    }
    return end + 1 - start
  }

  private static func numeric(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.count <= (isHexadecimal ? 6 : 7),
      let value = UInt32(
        String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
