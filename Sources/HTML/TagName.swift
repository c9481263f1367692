/// The name of an element in lower case; one number where it is short, for there are many tags.
package struct TagName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes, the first in the lowest place; 0 for a name of more than eight.
  let key: UInt64
  /// None for a short name.
  private let long: String?

  package init(stringLiteral name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Of a C string, without the mark of `TagMender.again`.
  init(_ name: UnsafePointer<UInt8>) {
    var key: UInt64 = 0
    var count = 0
    while count < 8, name[count] != 0 {
      key |= UInt64(name[count]) << UInt64(8 * count)
      count += 1
    }
    guard name[count] != 0 else {
      self.init(key: key)
      return
    }
    let text = String(cString: name)
    let isAgain = text.hasSuffix(TagMender.again)
    self.init(Array(isAgain ? text.dropLast(TagMender.again.count).utf8 : text[...].utf8))
  }

  init(_ name: [UInt8]) {
    self = name.withUnsafeBufferPointer { TagName($0) }
  }

  private init(_ name: UnsafeBufferPointer<UInt8>) {
    guard name.count <= 8 else {
      self.init(key: 0, long: String(decoding: name, as: UTF8.self))
      return
    }
    var key: UInt64 = 0
    for (place, byte) in name.enumerated() { key |= UInt64(byte) << UInt64(8 * place) }
    self.init(key: key)
  }

  private init(key: UInt64, long: String? = nil) {
    self.key = key
    self.long = long
  }

  package var text: String {
    if let long { return long }
    return withUnsafeBytes(of: key.littleEndian) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// A number for some names. Faster than a dictionary, whose hashes are made for strangers' keys.
package struct TagTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]

  /// - Parameter entries: names of at most eight bytes, each with a number that is not 0.
  package init(_ entries: [(name: TagName, value: UInt8)]) {
    keys = Array(repeating: 0, count: 256)
    values = Array(repeating: 0, count: 256)
    for entry in entries {
      precondition(entry.name.key != 0 && keys.contains(0))
      var seat = Self.seat(entry.name.key)
      while keys[seat] != 0, keys[seat] != entry.name.key { seat = (seat + 1) & 255 }
      keys[seat] = entry.name.key
      values[seat] = entry.value
    }
  }

  /// 0 for other names.
  package subscript(name: TagName) -> UInt8 {
    guard name.key != 0 else { return 0 }
    var seat = Self.seat(name.key)
    while keys[seat] != 0 {
      if keys[seat] == name.key { return values[seat] }
      seat = (seat + 1) & 255
    }
    return 0
  }

  private static func seat(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
