/// The names of the fields to keep, found by length first.
struct FieldNames {
  private let byLength: [[(name: String, bytes: [UInt8])]]

  /// A set of names in lower case.
  init(_ names: [String]) {
    let longest = names.map(\.utf8.count).max() ?? 0
    var lists = [[(name: String, bytes: [UInt8])]](repeating: [], count: longest + 1)
    for name in names { lists[name.utf8.count].append((name, Array(name.utf8))) }
    byLength = lists
  }

  /// The name that these bytes spell in any case.
  func match(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
    guard bytes.count < byLength.count else { return nil }
    return byLength[bytes.count].first { candidate in
      zip(candidate.bytes, bytes).allSatisfy { $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
    }?.name
  }
}
