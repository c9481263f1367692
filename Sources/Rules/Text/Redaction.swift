import Model

/// Keeps secrets of addresses out of what is printed.
enum Redaction {
  /// The excerpt around bytes of a document; none where it would show a password.
  static func excerpt(of range: Range<Int>, in document: Document) -> Excerpt? {
    let excerpt = Excerpt(of: range, in: document.bytes)
    let text = withoutCredentials(excerpt.text)
    return text.utf8.elementsEqual(excerpt.text.utf8) ? excerpt : nil
  }

  /// The text with `user:password@` of every URL in it written as `***@`.
  static func withoutCredentials(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "@")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      guard result.count >= 2, result.suffix(2).elementsEqual("//".utf8) else { continue }
      let end = bytes[index...].firstIndex { byte in
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
          || byte == UInt8(ascii: "#")
      }
      let authority = bytes[index..<(end ?? bytes.count)]
      guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { continue }
      result.append(contentsOf: "***".utf8)
      index = at
    }
    return String(decoding: result, as: UTF8.self)
  }
}
