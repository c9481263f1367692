import Testing

@testable import Model

@Suite struct ShardTests {
  @Test(arguments: [1, 2, 3, 7, 100]) func `every record is in one part, and parts are alike`(
    count: Int
  ) throws {
    let shards = try (1...count).map { try #require(Shard($0, of: count)) }
    var sizes = [Int](repeating: 0, count: count)
    for number in 0..<10_000 {
      let held = shards.indices.filter { shards[$0].holds("record-\(number)") }
      #expect(held.count == 1)
      sizes[held[0]] += 1
    }
    let mean = 10_000 / count
    #expect(sizes.allSatisfy { $0 > mean / 2 && $0 < mean * 2 }, "\(sizes)")
  }

  @Test func `a part stays the same`() throws {
    let second = try #require(Shard(2, of: 3))
    #expect(["a", "b", "c", "d", "e", "f"].filter { second.holds($0) } == ["a", "b"])
  }

  @Test(arguments: [(0, 1), (2, 1), (1, 0), (-1, 3), (1, 10_001)])
  func `what is no part is none`(number: Int, count: Int) {
    #expect(Shard(number, of: count) == nil)
  }
}
