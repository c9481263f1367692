/// Finds the earlier texts that share a band: a hash table of 8 bytes a slot that grows by half, so
/// 10 to 16 bytes an entry.
struct BandTable {
  /// The most texts that are kept of one key: of thousands of equal ones the first will do.
  private static let most = 4

  /// Key and number plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var count = 0

  /// Adds a text and calls `body` with the earlier ones of the key.
  mutating func add(_ number: UInt32, under key: UInt32, _ body: (UInt32) -> Void) {
    if count * 4 >= slots.count * 3 { grow() }
    var known = 0
    var position = start(of: key)
    while slots[position] != 0 {
      if UInt32(truncatingIfNeeded: slots[position] >> 32) == key {
        body(UInt32(truncatingIfNeeded: slots[position]) - 1)
        known += 1
        if known == Self.most { return }
      }
      position = position + 1 == slots.count ? 0 : position + 1
    }
    slots[position] = UInt64(key) << 32 | UInt64(number + 1)
    count += 1
  }

  private func start(of key: UInt32) -> Int {
    // Keys are spread evenly, so their order can be that of the slots.
    Int((UInt64(key) &* UInt64(slots.count)) >> 32)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count + old.count / 2)
    for slot in old where slot != 0 {
      var position = start(of: UInt32(truncatingIfNeeded: slot >> 32))
      while slots[position] != 0 {
        position = position + 1 == slots.count ? 0 : position + 1
      }
      slots[position] = slot
    }
  }
}
