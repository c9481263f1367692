// Places are asked for often and texts are long: bytes are looked at by words of eight.
extension UnsafeBufferPointer<UInt8> {
  private static var everyByte: UInt64 { 0x0101_0101_0101_0101 }

  /// The first place of a byte from `start` on; `end` where it does not stand before it.
  func place(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let sought = Self.everyByte &* UInt64(byte)
    var index = start
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ sought
      // A borrow may mark bytes above the first zero, never below it.
      let zeros = (word &- Self.everyByte) & ~word & (Self.everyByte &* 0x80)
      if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, self[index] != byte { index += 1 }
    return index
  }

  /// The number of line feeds.
  var lineBreaks: Int {
    let sought = Self.everyByte &* 0x0A
    return count { word in
      let differing = word ^ sought
      return (differing &- Self.everyByte) & ~differing
    } ofWord: { word in
      // No carry leaves a byte, so each high bit says truly whether its byte was zero.
      let differing = word ^ sought
      let low = Self.everyByte &* 0x7F
      return ~(((differing & low) &+ low) | differing | low)
    } ofByte: {
      $0 == UInt8(ascii: "\n")
    }
  }

  /// The number of characters, in Unicode code points: the bytes that continue none.
  package var codePoints: Int {
    count
      - count { word in
        word
      } ofWord: { word in
        word & ~(word << 1) & (Self.everyByte &* 0x80)
      } ofByte: {
        $0 & 0xC0 == 0x80
      }
  }

  /// The number of bytes with a mark: `ofWord` gives the marks of eight as their high bits. `mayHold`
  /// has a high bit for words with a mark and few others: of four words that have none at once.
  @inline(__always)
  private func count(
    mayHold: (UInt64) -> UInt64, ofWord: (UInt64) -> UInt64, ofByte: (UInt8) -> Bool
  ) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let highBits = Self.everyByte &* 0x80
    func word(_ index: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) }
    func marks(_ index: Int) -> Int {
      Int(truncatingIfNeeded: ((ofWord(word(index)) >> 7) &* Self.everyByte) >> 56)
    }
    var sum = 0
    var index = 0
    while index + 32 <= count {
      let hints =
        mayHold(word(index)) | mayHold(word(index + 8)) | mayHold(word(index + 16))
        | mayHold(word(index + 24))
      if hints & highBits != 0 {
        sum += marks(index) + marks(index + 8) + marks(index + 16) + marks(index + 24)
      }
      index += 32
    }
    while index + 8 <= count {
      sum += marks(index)
      index += 8
    }
    while index < count {
      if ofByte(self[index]) { sum += 1 }
      index += 1
    }
    return sum
  }
}
