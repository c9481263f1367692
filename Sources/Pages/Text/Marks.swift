/// Marks of 32 bits written as text: eight hexadecimal digits each.
enum Marks {
  /// So many stand in one text.
  private static let inOneText = 128

  static func texts(_ marks: [UInt32]) -> [String] {
    stride(from: 0, to: marks.count, by: inOneText).map { start in
      var text: [UInt8] = []
      for mark in marks[start..<min(start + inOneText, marks.count)] {
        for shift in stride(from: 28, through: 0, by: -4) {
          let digit = UInt8(truncatingIfNeeded: mark >> UInt32(shift) & 0xF)
          text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The marks of one text; what is no digit ends it.
  static func marks(_ text: String) -> [UInt32] {
    var marks: [UInt32] = []
    var mark: UInt32 = 0
    for (index, byte) in text.utf8.enumerated() {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x57
      default: return marks
      }
      mark = mark << 4 | UInt32(digit)
      if index % 8 == 7 { marks.append(mark) }
    }
    return marks
  }
}
