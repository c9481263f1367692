import Testing

@testable import Rules

@Suite struct EightBytesTests {
  /// The lanes that a mask means, by looking at the bytes one by one.
  private static func mask(_ text: [UInt8], where isMeant: (UInt8) -> Bool) -> UInt64 {
    text.enumerated().reduce(0) { $0 | (isMeant($1.element) ? 0x80 << UInt64($1.offset * 8) : 0) }
  }

  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func `a byte means the same in every lane and beside every byte`(byte: UInt8) {
    for (lane, other) in zip((0..<8).flatMap { Array(repeating: $0, count: 8) }, others) {
      var text = [UInt8](repeating: other, count: 8)
      text[lane] = byte
      let eight = text.withUnsafeBytes { EightBytes($0, at: 0) }
      #expect(eight.printable == Self.mask(text) { (0x20..<0x7F).contains($0) })
      #expect(eight.equal(to: 0x26) == Self.mask(text) { $0 == 0x26 })
      #expect(eight.asciiDigits == Self.mask(text) { (0x30...0x39).contains($0) })
      #expect(
        eight.asciiLetters
          == Self.mask(text) { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
      #expect(eight.leads == Self.mask(text) { $0 >= 0xC0 })
      let letters = text.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
      #expect(EightBytes.count(eight.asciiLetters) == letters)
    }
  }

  /// Bytes whose sums come near the end of a lane.
  private let others: [UInt8] = (0..<8).flatMap { _ in
    [0x00, 0x26, 0x41, 0x7A, 0x7F, 0x80, 0xC3, 0xFF]
  }

  @Test func `the first of a mask is that of the lowest offset`() {
    #expect(EightBytes.first(0x80) == 0)
    #expect(EightBytes.first(0x8000_0000_0080_0000) == 2)
  }
}
