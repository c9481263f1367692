import Model

/// Numbers for byte strings, each kept once: 12 bytes and some 12 more for each beside its own.
struct ByteTable: Sendable {
  private var store = ByteStore()
  private var places: [ByteStore.Place] = []
  /// Half a hash and the number plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)

  var count: Int { places.count }

  subscript(number: Int) -> ArraySlice<UInt8> { store[places[number]] }

  /// The number of a byte string, from 0 in the order in which they come.
  mutating func add(_ bytes: [UInt8]) -> Int {
    let half = Self.half(of: bytes)
    let position = position(of: bytes, half)
    if slots[position] != 0 { return Self.number(in: slots[position]) }
    places.append(store.append(bytes))
    slots[position] = UInt64(half) << 32 | UInt64(places.count)
    if places.count * 4 >= slots.count * 3 { grow() }
    return places.count - 1
  }

  /// The number of a byte string that was added.
  func number(of bytes: [UInt8]) -> Int? {
    let slot = slots[position(of: bytes, Self.half(of: bytes))]
    return slot == 0 ? nil : Self.number(in: slot)
  }

  /// The slot that holds a byte string, or the free one where it would go.
  private func position(of bytes: [UInt8], _ half: UInt32) -> Int {
    var position = start(of: half)
    while slots[position] != 0 {
      if UInt32(truncatingIfNeeded: slots[position] >> 32) == half,
        self[Self.number(in: slots[position])].isSame(as: bytes)
      {
        return position
      }
      position = position + 1 == slots.count ? 0 : position + 1
    }
    return position
  }

  private func start(of half: UInt32) -> Int {
    Int((UInt64(half) &* UInt64(slots.count)) >> 32)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count + old.count / 2)
    for slot in old where slot != 0 {
      var position = start(of: UInt32(truncatingIfNeeded: slot >> 32))
      while slots[position] != 0 { position = position + 1 == slots.count ? 0 : position + 1 }
      slots[position] = slot
    }
  }

  private static func number(in slot: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: slot)) - 1
  }

  /// Seeded by the process, so that nobody can write addresses that collide.
  private static func half(of bytes: [UInt8]) -> UInt32 {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}

extension ArraySlice<UInt8> {
  fileprivate func isSame(as bytes: [UInt8]) -> Bool {
    withUnsafeBufferPointer { left in bytes.withUnsafeBufferPointer { left.isSame(as: $0) } }
  }
}
