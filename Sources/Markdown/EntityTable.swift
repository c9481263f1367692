/// Finds the text of a named character reference. HTML, section 13.5.
enum EntityTable {
  /// The UTF-8 of a name without `&` and `;`; none for names that do not exist.
  static func text(of name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let list = UnsafeBufferPointer(
      start: EntityNames.list.utf8Start, count: EntityNames.list.utf8CodeUnitCount)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      let start = Int(starts[middle])
      let end = middle + 1 < starts.count ? Int(starts[middle + 1]) - 1 : list.count
      guard let equals = list[start..<end].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let candidate = list[start..<equals]
      if candidate.elementsEqual(name) {
        return UnsafeBufferPointer(rebasing: list[equals + 1..<end])
      }
      if candidate.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Where each name starts in the list; no text holds a space.
  private static let starts: [UInt32] = {
    var starts: [UInt32] = [0]
    let list = UnsafeBufferPointer(
      start: EntityNames.list.utf8Start, count: EntityNames.list.utf8CodeUnitCount)
    for position in 1..<list.count where list[position] == 0x20 {
      starts.append(UInt32(position + 1))
    }
    return starts
  }()
}
