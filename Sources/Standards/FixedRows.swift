/// Sorted rows of one width in a text, found by binary search on their first bytes.
struct FixedRows: Sendable {
  private let text: StaticString
  private let width: Int
  private let keyWidth: Int

  init(_ text: StaticString, width: Int, keyWidth: Int) {
    self.text = text
    self.width = width
    self.keyWidth = keyWidth
  }

  var count: Int {
    text.utf8CodeUnitCount / width
  }

  /// The row with a key. Padding (`.`) is no key.
  func row(_ key: some StringProtocol) -> Row? {
    let key = Array(key.utf8)
    guard (1...keyWidth).contains(key.count), !key.contains(Self.padding) else { return nil }
    let padded = key + [UInt8](repeating: Self.padding, count: keyWidth - key.count)
    return text.withUTF8Buffer { bytes in
      var lower = 0
      var upper = count
      while lower < upper {
        let middle = (lower + upper) / 2
        let row = bytes[middle * width..<(middle + 1) * width]
        if row.prefix(keyWidth).elementsEqual(padded) { return Row(bytes: Array(row)) }
        if row.prefix(keyWidth).lexicographicallyPrecedes(padded) {
          lower = middle + 1
        } else {
          upper = middle
        }
      }
      return nil
    }
  }

  /// The keys of all rows, for suggestions.
  var keys: [String] {
    text.withUTF8Buffer { bytes in
      (0..<count).map { index in
        let key = bytes[index * width..<index * width + keyWidth]
        return String(decoding: key.prefix { $0 != Self.padding }, as: UTF8.self)
      }
    }
  }

  private static let padding = UInt8(ascii: ".")

  /// One row.
  struct Row {
    let bytes: [UInt8]

    /// The text of a column, or nil if it is all padding.
    func column(_ start: Int, _ width: Int) -> String? {
      let text = bytes[start..<start + width].prefix { $0 != FixedRows.padding }
      return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }
  }
}
