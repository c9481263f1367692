import Testing

@testable import Rules

@Suite struct ByteBlockTests {
  /// Bytes of every value, at places that change from length to length.
  private static func text(_ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ length &* 31) }
  }

  private static func mask(_ text: ArraySlice<UInt8>, where isMeant: (UInt8) -> Bool) -> UInt64 {
    text.prefix(64).enumerated().reduce(0) {
      $0 | (isMeant($1.element) ? 1 << UInt64($1.offset) : 0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    !(0x20..<0x7F).contains(byte) || [0x26, 0x3C, 0x5C].contains(byte)
  }

  @Test(arguments: 0..<400)
  func `each byte is meant by what it is, wherever the text ends`(length: Int) {
    let text = Self.text(length)
    text.withUnsafeBufferPointer { buffer in
      for start in [0, 1, 63, 64, 65, length - 1, length] where start >= 0 {
        guard let block = ByteBlock(buffer, at: start) else {
          #expect(start >= length)
          continue
        }
        let rest = text[start...]
        #expect(block.count == min(64, length - start))
        #expect(block.meant == Self.mask(rest) { _ in true })
        #expect(block.letters == Self.mask(rest, where: Self.isLetter))
        #expect(
          block.words == Self.mask(rest) { Self.isLetter($0) || (0x30...0x39).contains($0) })
        #expect(block.high == Self.mask(rest) { $0 >= 0x80 })
        #expect(block.leads == Self.mask(rest) { $0 >= 0xC0 })
        #expect(block.special == Self.mask(rest, where: Self.isSpecial))
        #expect(block.equal(to: 0x5B) == Self.mask(rest) { $0 == 0x5B })
        let sought: [UInt8] = [0x61, 0x7B, 0x20]
        sought.withUnsafeBufferPointer { sought in
          #expect(block.small(sought) == Self.mask(rest) { sought.contains($0 | 0x20) })
        }
        #expect(ByteBlock.count(block.words) == block.words.nonzeroBitCount)
      }
    }
  }
}
