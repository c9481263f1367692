import Testing

@testable import Rules

@Suite struct Hash128Tests {
  @Test func `texts that differ in a byte, a length or an order have other hashes`() {
    var hashes: Set<Hash128> = []
    var count = 0
    for length in 0..<70 {
      let base = [UInt8](repeating: 0, count: length)
      hashes.insert(Hash128(of: base))
      count += 1
      for position in 0..<length {
        for bit in 0..<8 {
          var text = base
          text[position] = 1 << bit
          hashes.insert(Hash128(of: text))
          count += 1
        }
      }
    }
    #expect(hashes.count == count)
    #expect(Set(hashes.map(\.low)).count == count)
    #expect(Set(hashes.map(\.high)).count == count)
  }

  @Test func `a text has one hash wherever it lies`() {
    let text = "https://www.gazette.test/news/a-b-c"
    #expect(Hash128(of: text) == Hash128(of: Array(text.utf8)))
    #expect(Hash128(of: text, seed: 1) != Hash128(of: text))
  }
}
