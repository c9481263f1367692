import CLanes

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on where `TextPass` has to look: a colon, `@`, a bracket, or a
  /// `w` before another; `end` where there is none. By blocks of sixty-four bytes.
  func afterProse(_ start: Int, to end: Int) -> Int {
    guard let base = baseAddress else { return end }
    var position = start
    while position < end {
      let block = base + position
      let length = Swift.min(64, count - position)
      let letters = lanes_letter(block, length, UInt8(ascii: "w"))
      let next = position + 64
      let isFollowed = next < count && self[next] | 0x20 == UInt8(ascii: "w")
      let pairs = letters & (letters >> 1 | (isFollowed ? 1 << 63 : 0))
      let found = lanes_signs(block, length) | pairs
      if found != 0 { return Swift.min(position + found.trailingZeroBitCount, end) }
      position = next
    }
    return end
  }
}
