/// A script of Unicode, by its ISO 15924 code.
package struct Script: Hashable, Sendable, CustomStringConvertible {
  /// The four letters of the code as bytes.
  private let letters: UInt32

  /// - Parameter code: four ASCII letters, any case: `Latn`.
  package init?(_ code: String) {
    let bytes = Array(code.utf8)
    guard bytes.count == 4, bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
      return nil
    }
    self.init(letters: bytes)
  }

  init(letters: some Collection<UInt8>) {
    self.letters = letters.enumerated().reduce(0) { sum, letter in
      sum << 8 | UInt32(letter.offset == 0 ? letter.element & 0xDF : letter.element | 0x20)
    }
  }

  private init(known code: StaticString) {
    self = code.withUTF8Buffer { Script(letters: $0) }
  }

  /// The code: `Latn`.
  package var code: String {
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> UInt32($0)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The English name where it is a frequent one, else the code.
  package var description: String {
    Self.names[code] ?? code
  }

  package static let bopomofo = Script(known: "Bopo")
  package static let cyrillic = Script(known: "Cyrl")
  package static let greek = Script(known: "Grek")
  package static let han = Script(known: "Hani")
  package static let hangul = Script(known: "Hang")
  package static let hiragana = Script(known: "Hira")
  package static let katakana = Script(known: "Kana")
  package static let latin = Script(known: "Latn")

  /// Names from Unicode's PropertyValueAliases.
  private static let names: [String: String] = [
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali",
    "Bopo": "Bopomofo", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek",
    "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hani": "Han", "Hang": "Hangul",
    "Hebr": "Hebrew", "Hira": "Hiragana", "Kana": "Katakana",
    "Khmr": "Khmer", "Knda": "Kannada", "Laoo": "Lao", "Latn": "Latin",
    "Mlym": "Malayalam", "Mong": "Mongolian", "Mymr": "Myanmar",
    "Orya": "Oriya", "Sinh": "Sinhala", "Taml": "Tamil",
    "Telu": "Telugu", "Thai": "Thai", "Tibt": "Tibetan",
  ]
}
