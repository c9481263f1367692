extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on where `TextPass` has to look: a colon, `@`, a bracket, or a
  /// `w` before another; `end` where there is none. By words of eight bytes.
  func afterProse(_ start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var position = start
    while position < end {
      if position + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
        if !Self.mayInterest(word) {
          position += 8
          continue
        }
      }
      let limit = Swift.min(position + 8, end)
      while position < limit {
        if isInteresting(position) { return position }
        position += 1
      }
    }
    return end
  }

  /// Whether a word may hold what is looked for. A `w` in its last place is enough.
  @inline(__always)
  private static func mayInterest(_ word: UInt64) -> Bool {
    let everyByte: UInt64 = 0x0101_0101_0101_0101
    let highBits = everyByte &* 0x80
    func zeros(_ word: UInt64) -> UInt64 { (word &- everyByte) & ~word & highBits }
    // With that bit `[` becomes `{`, `]` becomes `}`, and `W` becomes `w`.
    let lowered = word | everyByte &* 0x20
    let brackets =
      zeros(lowered ^ everyByte &* UInt64(UInt8(ascii: "{")))
      | zeros(lowered ^ everyByte &* UInt64(UInt8(ascii: "}")))
    let marks =
      zeros(word ^ everyByte &* UInt64(UInt8(ascii: ":")))
      | zeros(word ^ everyByte &* UInt64(UInt8(ascii: "@")))
    let letters = zeros(lowered ^ everyByte &* UInt64(UInt8(ascii: "w")))
    return brackets | marks | letters & (letters >> 8 | 1 << 63) != 0
  }

  private func isInteresting(_ position: Int) -> Bool {
    switch self[position] {
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      position + 1 < count && self[position + 1] | 0x20 == UInt8(ascii: "w")
    default: false
    }
  }
}
