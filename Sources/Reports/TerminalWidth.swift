/// How many columns text takes on a terminal, as `wcwidth` counts them.
enum TerminalWidth {
  /// The columns of a scalar that may be printed: 0, 1 or 2.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    // Vowels and final consonants of Hangul, which join the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// East Asian Wide and Fullwidth, joined over unassigned gaps. UAX #11, EastAsianWidth.txt.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,
    0x2329...0x232A,
    0x2E80...0x303E,
    0x3041...0x4DBF,
    0x4E00...0xA4CF,
    0xA960...0xA97C,
    0xAC00...0xD7A3,
    0xF900...0xFAFF,
    0xFE10...0xFE19,
    0xFE30...0xFE6B,
    0xFF01...0xFF60,
    0xFFE0...0xFFE6,
    0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FB,
    0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}

/// Breaks text at blanks, so that it keeps within columns; a word is never cut.
enum Wrapping {
  /// The lines of a text; one line when there is no width. At least 20 columns are used.
  static func lines(of text: String, within width: Int?) -> [String] {
    guard let given = width else { return [text] }
    let width = max(given, 20)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let columns = TerminalWidth.columns(of: String(word))
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " \(word)" : String(word)
      used += columns + (used > 0 ? 1 : 0)
    }
    return lines + [line]
  }
}
