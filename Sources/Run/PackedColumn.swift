import Model

/// A value for some of the numbers from 0 on, each packed into a few bytes.
struct PackedColumn<Value: Packable & Sendable>: Sendable {
  private var store = ByteStore()
  private var places: [ByteStore.Place?] = []

  func contains(_ number: Int) -> Bool { number < places.count && places[number] != nil }

  /// - Parameter address: the one that the value is likely to hold, for both ways the same.
  func value(_ number: Int, expecting address: String = "") -> Value? {
    guard number < places.count, let place = places[number] else { return nil }
    var unpacker = Unpacker(store[place])
    unpacker.expect(address, as: .address)
    // What is in memory is as it was written.
    return try? Value(from: &unpacker)
  }

  mutating func set(_ number: Int, to value: Value, expecting address: String = "") {
    var packer = Packer()
    packer.expect(address, as: .address)
    value.pack(into: &packer)
    while places.count <= number { places.append(nil) }
    places[number] = store.append(packer.bytes)
  }
}
