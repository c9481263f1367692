/// Finds the script of code points. Remembers the last range: neighbours in a text share it.
struct ScriptFinder {
  private var range: ClosedRange<UInt32> = 0x61...0x7A
  private var script = Script.latin

  /// The script, or nil for what is common to many (digits, punctuation, blanks), combining marks
  /// and code points that are not assigned.
  mutating func script(of scalar: Unicode.Scalar) -> Script? {
    let value = scalar.value
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) ? .latin : nil }
    return range.contains(value) || find(value) ? script : nil
  }

  /// Remembers the range of a code point, if it is in one.
  private mutating func find(_ value: UInt32) -> Bool {
    ScriptTable.ranges.withUTF8Buffer { bytes in
      var lower = 0
      var upper = bytes.count / Self.width
      while lower < upper {
        let middle = (lower + upper) / 2
        let row = bytes[middle * Self.width..<(middle + 1) * Self.width]
        let first = Self.number(row.prefix(5))
        let last = Self.number(row.dropFirst(5).prefix(5))
        if value < first {
          upper = middle
        } else if value > last {
          lower = middle + 1
        } else {
          (range, script) = (first...last, Script(letters: row.suffix(4)))
          return true
        }
      }
      return false
    }
  }

  private static let width = 14

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32(PercentEncoding.hexValue($1) ?? 0) }
  }
}
