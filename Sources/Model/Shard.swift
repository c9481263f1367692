/// One of the equal parts that several jobs share a run by: which records it reports and probes
/// depends on what they are called, never on where they stand.
package struct Shard: Hashable, Sendable {
  /// From 1 to `count`.
  package let number: Int
  package let count: Int

  /// None for a number that is none of them.
  package init?(_ number: Int, of count: Int) {
    guard (1...10_000).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a record of that name is in this part. Records of one name are in one part.
  package func holds(_ name: String) -> Bool {
    // FNV-1a: the same on every machine.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return (hash ^ hash >> 32) % UInt64(count) == UInt64(number - 1)
  }
}
