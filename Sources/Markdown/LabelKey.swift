/// What makes two link labels the same. CommonMark 0.30, section 6.3.
enum LabelKey {
  /// The label trimmed, its white space collapsed, its letters folded.
  ///
  /// Bytes, because hashing a String is quadratic on combining marks.
  static func bytes(of label: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    var isPlain = true
    for byte in label {
      if byte.isWhitespace {
        if let last = key.last, last != 0x20 { key.append(0x20) }
      } else {
        if byte >= 0x80 { isPlain = false }
        key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    guard !isPlain else { return key }
    var folded: [UInt8] = []
    // Lower, upper, lower case comes nearest to case folding: `ß`, `ẞ` and `SS` become the same.
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        for upper in lower.properties.uppercaseMapping.unicodeScalars {
          folded.append(contentsOf: upper.properties.lowercaseMapping.utf8)
        }
      }
    }
    return folded
  }
}
