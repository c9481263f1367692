/// The grammar of language tags. RFC 5646, section 2.1.
struct LanguageTagReader {
  private let text: String
  private var parts: ArraySlice<Part> = []
  private var subtags: [LanguageTag.Subtag] = []

  private struct Part {
    let bytes: ArraySlice<UInt8>

    var range: Range<Int> { bytes.startIndex..<bytes.endIndex }
    var isAlphabetic: Bool { bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } }
    var isNumeric: Bool { bytes.allSatisfy { (0x30...0x39).contains($0) } }
    var startsWithDigit: Bool { bytes.first.map { (0x30...0x39).contains($0) } ?? false }
  }

  init(_ text: String) {
    self.text = text
  }

  mutating func read() throws(LanguageTagError) -> [LanguageTag.Subtag] {
    try split()
    if let whole = LanguageRegistry.wholeTag(text), whole.isGrandfathered {
      let range = 0..<text.utf8.count
      return [LanguageTag.Subtag(kind: .grandfathered, text: text, range: range)]
    }
    if isPrivateUse { try readPrivateUse() } else { try readLanguageTag() }
    if let part = parts.first {
      throw LanguageTagError(reason: .misplacedSubtag, range: part.range)
    }
    return subtags
  }

  private mutating func split() throws(LanguageTagError) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw LanguageTagError(reason: .empty, range: 0..<0) }
    if let index = bytes.firstIndex(where: {
      !ASCIISet.alphanumeric.contains($0) && $0 != Self.hyphen
    }) {
      let isUnderscore = bytes[index] == UInt8(ascii: "_")
      throw LanguageTagError(
        reason: isUnderscore ? .underscore : .badCharacter, range: index..<index + 1)
    }
    for part in bytes.split(separator: Self.hyphen, omittingEmptySubsequences: false) {
      let part = Part(bytes: part)
      if part.bytes.isEmpty { throw LanguageTagError(reason: .emptySubtag, range: part.range) }
      if part.bytes.count > 8 { throw LanguageTagError(reason: .subtagTooLong, range: part.range) }
      parts.append(part)
    }
  }

  private mutating func readLanguageTag() throws(LanguageTagError) {
    guard let language = parts.first, language.bytes.count >= 2, language.isAlphabetic else {
      throw LanguageTagError(reason: .badLanguage, range: parts.first?.range ?? 0..<0)
    }
    take(as: .language)
    if language.bytes.count <= 3 {
      var count = 0
      while count < 3, let part = parts.first, part.bytes.count == 3, part.isAlphabetic {
        take(as: .extendedLanguage)
        count += 1
      }
    }
    if let part = parts.first, part.bytes.count == 4, part.isAlphabetic { take(as: .script) }
    if let part = parts.first,
      (part.bytes.count == 2 && part.isAlphabetic) || (part.bytes.count == 3 && part.isNumeric)
    {
      take(as: .region)
    }
    while let part = parts.first,
      part.bytes.count >= 5 || (part.bytes.count == 4 && part.startsWithDigit)
    {
      take(as: .variant)
    }
    while let part = parts.first, part.bytes.count == 1, !isPrivateUse {
      take(as: .singleton)
      guard let next = parts.first, next.bytes.count >= 2 else {
        throw LanguageTagError(reason: .emptyExtension, range: part.range)
      }
      while let part = parts.first, part.bytes.count >= 2 { take(as: .extension) }
    }
    if isPrivateUse { try readPrivateUse() }
  }

  private mutating func readPrivateUse() throws(LanguageTagError) {
    guard parts.count >= 2 else {
      throw LanguageTagError(reason: .emptyExtension, range: parts.first?.range ?? 0..<0)
    }
    while !parts.isEmpty { take(as: .privateUse) }
  }

  private var isPrivateUse: Bool {
    parts.first.map { $0.bytes.count == 1 && $0.bytes.first.map { $0 | 0x20 } == UInt8(ascii: "x") }
      ?? false
  }

  private mutating func take(as kind: LanguageTag.Subtag.Kind) {
    guard let part = parts.popFirst() else { return }
    let text = String(decoding: part.bytes, as: UTF8.self)
    subtags.append(LanguageTag.Subtag(kind: kind, text: text, range: part.range))
  }

  private static let hyphen = UInt8(ascii: "-")
}
