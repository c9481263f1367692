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
    for candidate in byLength[bytes.count] where Self.equal(candidate.bytes, bytes) {
      return candidate.name
    }
    return nil
  }

  /// Fields, `Name: value`, and those that take the place of their namesakes.
  static func joined(_ common: [String], _ own: [String]) -> [String] {
    let names = Set(own.map(name))
    return common.filter { !names.contains(name($0)) } + own
  }

  private static func name(_ field: String) -> [UInt8] {
    field.utf8.prefix { $0 != UInt8(ascii: ":") }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  private static func equal(_ name: [UInt8], _ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    for index in name.indices {
      let byte = bytes[bytes.startIndex + index]
      if name[index] != (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) { return false }
    }
    return true
  }
}
