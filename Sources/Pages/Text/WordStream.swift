/// Cuts a text that comes in pieces into words, and gives a mark for each.
///
/// Letter case, punctuation, typographic quotes and white space make no difference. Scripts that
/// write no blanks give a word for each character. One scalar at a time, so that the time is linear
/// whatever marks are piled up.
struct WordStream {
  private var hash = Self.basis
  private var isInWord = false

  /// What ASCII characters count as: letters in lower case and digits themselves, the apostrophe as
  /// nothing, and 0 what parts words.
  private static let letters: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : byte == UInt8(ascii: "'") ? apostrophe : 0
  }
  private static let apostrophe: UInt8 = 1

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// Takes the next piece, valid UTF-8; the last word may go on in the next one.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, word: (UInt64) -> Void) {
    var index = 0
    while index < text.count {
      index = readASCII(text, from: index, word)
      guard index < text.count else { return }
      let (scalar, length) = Self.scalar(in: text, at: index)
      index += length
      read(scalar, word)
    }
  }

  /// Takes the characters up to the first beyond ASCII; where that is.
  private mutating func readASCII(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ word: (UInt64) -> Void
  ) -> Int {
    var (index, hash, isInWord) = (start, hash, isInWord)
    Self.letters.withUnsafeBufferPointer { letters in
      while index < text.count, text[index] < 0x80 {
        let letter = letters[Int(text[index])]
        index += 1
        if letter > Self.apostrophe {
          hash = (hash ^ UInt64(letter)) &* Self.prime
          isInWord = true
        } else if letter == 0, isInWord {
          word(hash)
          hash = Self.basis
          isInWord = false
        }
      }
    }
    (self.hash, self.isInWord) = (hash, isInWord)
    return index
  }

  /// Ends the word that may be open: what comes next stands apart.
  mutating func end(_ word: (UInt64) -> Void) {
    guard isInWord else { return }
    word(hash)
    hash = Self.basis
    isInWord = false
  }

  private mutating func read(_ scalar: UInt32, _ word: (UInt64) -> Void) {
    switch scalar {
    // Apostrophes, soft hyphens and joiners stand inside words.
    case 0xAD, 0x2018, 0x2019, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F: return
    default: break
    }
    if Self.isWord(scalar) {
      end(word)
      take(scalar)
      end(word)
      return
    }
    guard let letter = Unicode.Scalar(scalar) else { return }
    let properties = letter.properties
    guard properties.isAlphabetic || properties.numericType != nil || Self.isMark(properties) else {
      end(word)
      return
    }
    if properties.changesWhenLowercased {
      for lower in properties.lowercaseMapping.unicodeScalars { take(lower.value) }
    } else {
      take(scalar)
    }
  }

  private static func isMark(_ properties: Unicode.Scalar.Properties) -> Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private mutating func take(_ scalar: UInt32) {
    if scalar < 0x80 { return take(UInt8(truncatingIfNeeded: scalar)) }
    for shift in stride(from: 16, through: 0, by: -8) {
      take(UInt8(truncatingIfNeeded: scalar >> UInt32(shift)))
    }
  }

  private mutating func take(_ byte: UInt8) {
    isInWord = true
    hash = (hash ^ UInt64(byte)) &* Self.prime
  }

  /// Whether a character of a script without blanks counts as a word: Han, kana, Thai and kin.
  private static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
  }

  private static func scalar(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32, Int) {
    let first = text[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= text.count, first >= 0xC0 else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
