/// Writes XML 1.0, well formed whatever the text holds. On scalars: no text may hide a mark.
///
/// What XML cannot hold, not even as a reference, is written as `\u{7}`; no CDATA is used, since
/// readers join sections in ways of their own. What GitHub's runner takes for commands in a log
/// is written as references, which means the same to a reader of XML.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup of our own, as it stands.
  mutating func markup(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// ` name="value"`; white space but blanks as references, which attribute normalisation spares.
  mutating func attribute(_ name: String, _ value: String) {
    markup(" \(name)=\"")
    append(value, isAttribute: true)
    markup("\"")
  }

  mutating func attribute(_ name: String, _ value: Int) {
    attribute(name, String(value))
  }

  mutating func text(_ text: String) {
    append(text, isAttribute: false)
  }

  private mutating func append(_ text: String, isAttribute: Bool) {
    if TerminalText.isPlain(text), !text.utf8.contains(where: Self.isSpecial) {
      return markup(text)
    }
    var scanner = Scanner()
    for scalar in text.unicodeScalars {
      let isCommand = scanner.completesCommand(scalar)
      switch scalar {
      case "&": markup("&amp;")
      case "<": markup("&lt;")
      case ">": markup("&gt;")
      case "\"": markup("&quot;")
      case "'" where isAttribute: markup("&apos;")
      case "\r": markup("&#13;")
      case "\n" where isAttribute: markup("&#10;")
      case "\t" where isAttribute: markup("&#9;")
      case "|" where scanner.isAttachment: markup(TerminalText.escape(scalar))
      case _ where isCommand: markup("&#\(scalar.value);")
      case _ where Self.isAllowed(scalar):
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: markup(TerminalText.escape(scalar))
      }
      scanner.pass(scalar)
    }
  }

  /// Whether a byte of plain text may need an escape.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// The production Char. XML 1.0, section 2.2; Unicode.Scalar has no surrogates.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Knows the texts that some reader of logs or reports would act upon.
  private struct Scanner {
    private static let attachment = Array("[[ATTACHMENT".unicodeScalars)
    private var context = TerminalText.Context()
    private var matched = 0

    /// Whether what came last is GitLab's mark of an attached file, but for the bar.
    var isAttachment: Bool { matched == Self.attachment.count }

    mutating func completesCommand(_ scalar: Unicode.Scalar) -> Bool {
      context.mustEscape(scalar) && (scalar == "[" || scalar == ":")
    }

    mutating func pass(_ scalar: Unicode.Scalar) {
      if matched < Self.attachment.count, scalar == Self.attachment[matched] {
        matched += 1
      } else if scalar == "[" {
        // A third bracket still leaves two that may begin the mark.
        matched = matched == 2 ? 2 : 1
      } else {
        matched = 0
      }
    }
  }
}
