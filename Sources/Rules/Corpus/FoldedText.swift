/// Texts made alike where a difference does not count: letter case, white space, punctuation.
///
/// Goes scalar by scalar, so that the time is linear whatever marks are piled up.
enum FoldedText {
  /// White space at the ends dropped, inside one blank each; letters in lower case.
  static func words(_ text: [UInt8]) -> [UInt8] {
    folded(text) { _ in false }
  }

  /// Like ``words(_:)``, and without the punctuation that spellings differ in: `A.I.`, `AI`.
  ///
  /// Marks that make another word of a word stay: `C#`, `R&D`, `24/7`.
  static func term(_ text: [UInt8]) -> [UInt8] {
    folded(text) { scalar in
      switch scalar {
      case 0x21, 0x22, 0x27...0x29, 0x2C...0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0xB7: true
      case 0x2010...0x2015, 0x2018...0x201F, 0x2026: true
      default: false
      }
    }
  }

  private static func folded(_ text: [UInt8], drops: (UInt32) -> Bool) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      var index = 0
      var isBlankDue = false
      while index < text.count {
        let blank = WhiteSpace.length(in: text, at: index)
        if blank > 0 {
          isBlankDue = !folded.isEmpty
          index += blank
          continue
        }
        let (scalar, length) = TextTraits.scalar(in: text, at: index)
        let bytes = text[index..<min(index + length, text.count)]
        index += length
        if drops(scalar) { continue }
        if isBlankDue { folded.append(0x20) }
        isBlankDue = false
        append(scalar, bytes, to: &folded)
      }
    }
    return folded
  }

  private static func append(
    _ scalar: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to folded: inout [UInt8]
  ) {
    if scalar < 0x80 {
      let isUpper = (0x41...0x5A).contains(scalar)
      folded.append(UInt8(truncatingIfNeeded: isUpper ? scalar + 0x20 : scalar))
      return
    }
    guard let letter = Unicode.Scalar(scalar), letter.properties.changesWhenCaseFolded else {
      folded.append(contentsOf: bytes)
      return
    }
    // By way of upper case, for the letters with two lower-case forms and for 'ß'.
    for lower in letter.properties.lowercaseMapping.unicodeScalars {
      for upper in lower.properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: upper.properties.lowercaseMapping.utf8)
      }
    }
  }
}
