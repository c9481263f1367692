/// Makes text from records and rule files fit to be printed.
enum Printable {
  /// The longest quoted text, in code points.
  static let width = 100

  /// The text with every character that could mislead a reader written as `\u{…}`, and cut.
  static func text(_ text: some StringProtocol, width: Int = Printable.width) -> String {
    var printable = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < width else {
        printable.append("…")
        break
      }
      if isMisleading(scalar) {
        printable.append(contentsOf: name(of: scalar).unicodeScalars)
      } else {
        printable.append(scalar)
      }
    }
    return String(printable)
  }

  static func text(_ utf8: some Sequence<UInt8>, width: Int = Printable.width) -> String {
    text(String(decoding: Array(utf8.prefix(width * 4 + 4)), as: UTF8.self), width: width)
  }

  /// `\u{200B}`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u{" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "}"
  }

  /// Whether a character cannot be seen, or changes how its neighbours are seen.
  static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
