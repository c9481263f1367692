// Every string that is printed is looked at: nearly all are plain, and that is seen by words of
// eight bytes.
extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are printable ASCII that no reader takes for anything else: no two colons
  /// and no two number signs side by side.
  var isPlain: Bool {
    // A colon or number sign in the last place of the word before, in the first of its own.
    var colonBefore: UInt64 = 0
    var hashBefore: UInt64 = 0
    return allWords { word in
      let strange = word | word.bytes(below: 0x20) | word.mayHold(0x7F)
      let colons = word.bytes(equalTo: UInt8(ascii: ":"))
      let hashes = word.bytes(equalTo: UInt8(ascii: "#"))
      let pairs = colons & (colons << 8 | colonBefore) | hashes & (hashes << 8 | hashBefore)
      (colonBefore, hashBefore) = (colons >> 56, hashes >> 56)
      return (strange | pairs) & .highBits == 0
    }
  }

  /// Whether there is neither a quote nor a backslash, which JSON escapes.
  var isPlainInJSON: Bool {
    allWords { word in
      word.mayHold(UInt8(ascii: "\"")) | word.mayHold(UInt8(ascii: "\\")) == 0
    }
  }

  /// Whether nothing stands there that every secret has: `@`, `=`, or the underscore or the `J` of
  /// how a token begins: `ghp_`, `github_pat_`, `eyJ`.
  var holdsNoSecret: Bool {
    let isClean = allWords { word in
      let marks = word.mayHold(UInt8(ascii: "@")) | word.mayHold(UInt8(ascii: "="))
      return marks | word.mayHold(UInt8(ascii: "_")) | word.mayHold(UInt8(ascii: "J")) == 0
    }
    return isClean || !indices.contains(where: maySpeakOfSecret)
  }

  private func maySpeakOfSecret(at index: Int) -> Bool {
    switch self[index] {
    case UInt8(ascii: "@"), UInt8(ascii: "="): return true
    case UInt8(ascii: "J"): return index > 0 && self[index - 1] == UInt8(ascii: "y")
    case UInt8(ascii: "_"):
      guard index >= 3 else { return false }
      let isShort = self[index - 3] == UInt8(ascii: "g") && self[index - 2] == UInt8(ascii: "h")
      let isLong = index >= 6 && self[index - 6] == UInt8(ascii: "g")
      return isShort || isLong && self[index - 1] == UInt8(ascii: "b")
    default: return false
    }
  }

  /// Whether a condition holds of all words, from the first to the last; the last may repeat bytes
  /// of the one before, or be filled up with letters.
  @inline(__always)
  private func allWords(_ isGood: (UInt64) -> Bool) -> Bool {
    let raw = UnsafeRawBufferPointer(self)
    guard count >= 8 else {
      var word = UInt64.everyByte &* 0x61
      for byte in self { word = word << 8 | UInt64(byte) }
      return isGood(word.byteSwapped)
    }
    var position = 0
    while position + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      guard isGood(word) else { return false }
      position += 8
    }
    guard position < count else { return true }
    return isGood(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian)
  }
}

extension UInt64 {
  static var everyByte: UInt64 { 0x0101_0101_0101_0101 }
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The high bits of the bytes that are equal to one; no carry leaves a byte.
  @inline(__always)
  func bytes(equalTo byte: UInt8) -> UInt64 {
    let differing = self ^ (Self.everyByte &* UInt64(byte))
    return ~(((differing & ~Self.highBits) &+ ~Self.highBits) | differing | ~Self.highBits)
  }

  /// Not zero if and only if a byte is equal to that one.
  @inline(__always)
  func mayHold(_ byte: UInt8) -> UInt64 {
    let differing = self ^ (Self.everyByte &* UInt64(byte))
    return (differing &- Self.everyByte) & ~differing & Self.highBits
  }

  /// Not zero in high bits if and only if an ASCII byte is below a limit, given ASCII only.
  @inline(__always)
  func bytes(below limit: UInt8) -> UInt64 {
    (self &- Self.everyByte &* UInt64(limit)) & ~self & Self.highBits
  }
}

extension String {
  /// What a look at the text's UTF-8 says.
  @inline(__always)
  func looks(_ look: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    if let answer = utf8.withContiguousStorageIfAvailable(look) { return answer }
    var copy = self
    return copy.withUTF8(look)
  }
}
