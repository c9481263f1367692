extension UInt8 {
  /// ASCII punctuation. CommonMark 0.30, section 2.1.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  var isDigit: Bool { self &- 0x30 < 10 }

  var isAlphanumeric: Bool { isLetter || isDigit }

  /// A space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// Space, tab, LF, VT, FF, CR.
  var isWhitespace: Bool { self == 0x20 || self &- 0x09 < 5 }

  var isControl: Bool { self < 0x20 || self == 0x7F }
}
