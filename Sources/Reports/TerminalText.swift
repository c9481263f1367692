/// Makes text of others harmless to print. On scalars: a Character may hold a control character.
///
/// Escaped as `\u{1B}` are control characters, line and paragraph separators, and what is
/// invisible or turns the direction of writing. `##[` and a leading `::`, which GitHub's runner
/// takes for commands, are broken up (actions/runner, ActionCommand.cs).
package enum TerminalText {
  /// The text, harmless, on one line; a text of more than `limit` scalars is cut and says so.
  package static func escaped(_ text: String, limit: Int = 1_000) -> String {
    if text.utf8.count <= limit, isPlain(text) { return text }
    var shown = String.UnicodeScalarView()
    var context = Context()
    for scalar in text.unicodeScalars.prefix(limit) {
      if context.mustEscape(scalar) {
        shown.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    let count = text.utf8.count > limit ? text.unicodeScalars.count : 0
    if count > limit {
      let tail = CutText.tail(ofCount: CutText.firstCount(of: text) ?? count)
      shown.append(contentsOf: tail.unicodeScalars)
    }
    return String(shown)
  }

  /// Whether a text is of printable ASCII that no reader takes for anything else, so that nearly
  /// all texts need no second look.
  static func isPlain(_ text: String) -> Bool {
    text.looks { $0.isPlain }
  }

  /// A scalar as `\u{7}`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// Whether a scalar may not reach a terminal or a reader as it is.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// What came before a scalar, as far as it matters.
  struct Context {
    private var hashes = 0
    private var isAtStart = true
    private var isAfterLeadingColon = false

    /// Whether the scalar that comes next must be escaped.
    mutating func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
      let isHarmful = TerminalText.isHarmful(scalar)
      let isCommand =
        (scalar == "[" && hashes >= 2) || (scalar == ":" && isAfterLeadingColon)
      hashes = scalar == "#" ? hashes + 1 : 0
      isAfterLeadingColon = scalar == ":" && isAtStart
      isAtStart =
        isHarmful || scalar == " " || (scalar.value > 0x7F && scalar.properties.isWhitespace)
      return isHarmful || isCommand
    }
  }
}
