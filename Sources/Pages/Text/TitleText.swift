/// A title made fit for comparison: white space folded, typographic quotes, dashes and dots made
/// plain. Character references are decoded before.
///
/// Equal are titles that look alike; letter case counts.
struct TitleText: Hashable, Sendable {
  /// Compared by canonical equivalence: a title is short.
  let text: String

  init(_ title: String) {
    var folded = String.UnicodeScalarView()
    var isBlankDue = false
    for scalar in title.unicodeScalars.prefix(Self.longest) {
      if Self.isBlank(scalar) {
        isBlankDue = !folded.isEmpty
        continue
      }
      let plain = Self.plain(scalar)
      if plain.isEmpty { continue }
      if isBlankDue { folded.append(" ") }
      isBlankDue = false
      folded.append(contentsOf: plain.unicodeScalars)
    }
    text = String(folded)
  }

  private static let longest = 1_000

  /// A title as a page shows it: white space folded.
  static func shown(_ utf8: [UInt8]) -> String {
    String(decoding: utf8, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0x1680
      || scalar.value == 0x180E
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032, 0x2035, 0x60, 0xB4: "'"
    case 0x201C...0x201F, 0x2033, 0x2036, 0xAB, 0xBB: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    case 0xAD, 0x200C...0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F: ""
    default: String(Character(scalar))
    }
  }

  /// What follows this title in a longer one that begins with it and goes on after a mark that
  /// parts: ` - The Gazette`.
  func suffix(in longer: TitleText) -> String? {
    guard !text.isEmpty, longer.text.count > text.count, longer.text.hasPrefix(text) else {
      return nil
    }
    let rest = String(longer.text.dropFirst(text.count))
    return Self.beginsWithMark(rest) ? rest : nil
  }

  /// What precedes this title in a longer one: `The Gazette - `.
  func prefix(in longer: TitleText) -> String? {
    guard !text.isEmpty, longer.text.count > text.count, longer.text.hasSuffix(text) else {
      return nil
    }
    let rest = String(longer.text.dropLast(text.count))
    return Self.beginsWithMark(String(rest.reversed())) ? rest : nil
  }

  /// Marks that part a title from the name of its site.
  private static let marks: Set<Character> = [
    "-", "|", "·", "•", ":", "/", "~", ">", "<", "—", "(",
  ]

  private static func beginsWithMark(_ text: String) -> Bool {
    text.first { $0 != " " }.map(marks.contains) ?? false
  }
}
