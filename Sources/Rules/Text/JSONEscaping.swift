/// Writes text as it stands between the quotes of a JSON string. RFC 8259, section 7.
enum JSONEscaping {
  /// The text with the escapes that it must have, the shortest ones, and no more.
  static func escaped(_ text: some Sequence<UInt8>) -> String {
    var escaped: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): escaped.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): escaped.append(contentsOf: #"\\"#.utf8)
      case 0x08: escaped.append(contentsOf: #"\b"#.utf8)
      case 0x09: escaped.append(contentsOf: #"\t"#.utf8)
      case 0x0A: escaped.append(contentsOf: #"\n"#.utf8)
      case 0x0C: escaped.append(contentsOf: #"\f"#.utf8)
      case 0x0D: escaped.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        escaped.append(contentsOf: (digits.utf8.count < 2 ? #"\u000"# : #"\u00"#).utf8)
        escaped.append(contentsOf: digits.utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
