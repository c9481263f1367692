extension String {
  /// Whether two texts are the same bytes, which may differ where `==` sees no difference. For long
  /// texts, which come by the thousand.
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.isSame(as: right) }
    }.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two texts are the same bytes: eight are compared in one step.
  package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let left = UnsafeRawBufferPointer(self)
    let right = UnsafeRawBufferPointer(other)
    var index = 0
    while index + 8 <= count {
      guard
        left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < count {
      if self[index] != other[index] { return false }
      index += 1
    }
    return true
  }
}

extension [UInt8] {
  /// Whether the bytes are those of a text.
  package func isSame(as text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in withUnsafeBufferPointer { $0.isSame(as: text) } }
  }
}
