import Model

/// Finds the names that stand more than once in an object; its storage is used again for each.
///
/// Names are compared decoded, byte by byte. Objects of many members are sorted by hash and then
/// by name, so that chosen collisions cost no more than n log n either.
struct NameTable {
  /// 24 bytes: a hostile object has millions of members.
  private struct Entry {
    let hash: UInt64
    private let index: UInt32
    private let start: UInt32
    private let count: UInt32
    let isDecoded: Bool

    init(hash: UInt64, node: Int, range: Range<Int>, isDecoded: Bool) {
      self.hash = hash
      index = UInt32(node)
      start = UInt32(range.lowerBound)
      count = UInt32(range.count)
      self.isDecoded = isDecoded
    }

    var node: Int { Int(index) }
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private var entries: [Entry] = []
  /// Names that hold escapes, decoded, one after the other.
  private var decoded: [UInt8] = []

  /// The keys of an object that repeat a name: their number, and the first of them in source order
  /// with the first key of the name, as tape indices.
  mutating func duplicates(
    inObject object: Int, of tape: [Node], text: Span<UInt8>
  ) -> (count: Int, first: [Duplicate]) {
    collect(object, tape, text)
    var duplicates = FirstDuplicates()
    if entries.count <= 24 {
      for later in entries.indices.dropFirst() {
        for earlier in 0..<later where entries[earlier].hash == entries[later].hash {
          if order(entries[earlier], entries[later], text) == 0 {
            duplicates.add(Duplicate(first: entries[earlier].node, repeated: entries[later].node))
            break
          }
        }
      }
    } else {
      sort(text)
      var first = 0
      for index in entries.indices.dropFirst() {
        if entries[index].hash == entries[first].hash,
          order(entries[index], entries[first], text) == 0
        {
          duplicates.add(Duplicate(first: entries[first].node, repeated: entries[index].node))
        } else {
          first = index
        }
      }
    }
    return (duplicates.count, duplicates.sorted)
  }

  private mutating func collect(_ object: Int, _ tape: [Node], _ text: Span<UInt8>) {
    entries.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    var index = object + 1
    while index < tape[object].nextIndex {
      let key = tape[index]
      var range = key.range.lowerBound + 1..<key.range.upperBound - 1
      if key.hasEscapes { range = decode(range, text) }
      let hash =
        key.hasEscapes ? Self.hash(decoded.span, range) : Self.hash(text, range)
      entries.append(Entry(hash: hash, node: index, range: range, isDecoded: key.hasEscapes))
      index = tape[index + 1].nextIndex
    }
  }

  private mutating func decode(_ range: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    let start = decoded.count
    var position = range.lowerBound
    while position < range.upperBound {
      guard text[position] == .backslash, let escape = try? text.escape(at: position) else {
        decoded.append(text[position])
        position += 1
        continue
      }
      // Lone surrogates are encoded as if they were characters, so that they stay distinct.
      let scalar = escape.scalar
      func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
      switch scalar {
      case ..<0x80: decoded.append(UInt8(scalar))
      case ..<0x800: decoded += [UInt8(0xC0 | scalar >> 6), tail(0)]
      case ..<0x10000: decoded += [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)]
      default: decoded += [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
      }
      position += escape.length
    }
    return start..<decoded.count
  }

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count)
    for position in range {
      hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Less than, equal to or greater than zero, by the names' bytes.
  private func order(_ left: Entry, _ right: Entry, _ text: Span<UInt8>) -> Int {
    let decoded = decoded.span
    let common = min(left.range.count, right.range.count)
    for index in 0..<common {
      let a =
        left.isDecoded
        ? decoded[left.range.lowerBound + index] : text[left.range.lowerBound + index]
      let b =
        right.isDecoded
        ? decoded[right.range.lowerBound + index] : text[right.range.lowerBound + index]
      if a != b { return Int(a) - Int(b) }
    }
    return left.range.count - right.range.count
  }

  private mutating func sort(_ text: Span<UInt8>) {
    var sorted = entries
    entries = []
    sorted.sort { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      let order = order(left, right, text)
      return order == 0 ? left.node < right.node : order < 0
    }
    entries = sorted
  }
}

/// A key that repeats the name of another, as tape indices.
struct Duplicate {
  let first: Int
  let repeated: Int
}

/// The first duplicates in source order out of many that come in any order.
private struct FirstDuplicates {
  private(set) var count = 0
  private var kept: [Duplicate] = []

  var sorted: [Duplicate] {
    Array(kept.sorted { $0.repeated < $1.repeated }.prefix(JSONReading.flawLimit))
  }

  mutating func add(_ duplicate: Duplicate) {
    count += 1
    kept.append(duplicate)
    if kept.count >= 64 * JSONReading.flawLimit { kept = sorted }
  }
}
