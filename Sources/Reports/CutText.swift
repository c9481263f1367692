/// Texts that were cut because they are too long, and say so: `aaaa... (90000 characters)`.
///
/// Cutting a cut text tells the length that it first had, so that it does not matter how often a
/// text is cut on its way.
enum CutText {
  /// The text, or as much of it as fits into that many bytes, with the mark behind it.
  static func cut(_ text: String, toBytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    if let tail = tailStart(of: text), tail <= limit { return text }
    var left = limit
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      left -= UTF8.width(scalar)
      if left < 0 { break }
      shown.append(scalar)
    }
    return String(shown) + tail(ofCount: firstCount(of: text) ?? text.unicodeScalars.count)
  }

  /// What stands behind a text that had that many scalars.
  static func tail(ofCount count: Int) -> String { "... (\(count) characters)" }

  /// How many scalars a cut text had before; none for a text that was not cut.
  static func firstCount(of text: String) -> Int? {
    guard let start = tailStart(of: text) else { return nil }
    return Int(String(decoding: text.utf8.dropFirst(start + 5).dropLast(12), as: UTF8.self))
  }

  /// The bytes before the mark.
  private static func tailStart(of text: String) -> Int? {
    let ending = Array(text.utf8.suffix(40))
    guard ending.count > 17, ending.suffix(12).elementsEqual(" characters)".utf8) else {
      return nil
    }
    let digits = ending.dropLast(12).reversed().prefix { (0x30...0x39).contains($0) }.count
    let head = ending.dropLast(12 + digits)
    guard (1...18).contains(digits), head.suffix(5).elementsEqual("... (".utf8) else { return nil }
    return text.utf8.count - 12 - digits - 5
  }
}
