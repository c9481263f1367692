/// Finds what looks like a secret in an address or in text around addresses. On bytes.
struct SecretFinder {
  let bytes: [UInt8]
  /// Whether the bytes are one address and nothing else: then a blank or a quote ends nothing.
  let isURL: Bool
  /// Whether the text is a piece of a longer one, so that a secret may have lost its beginning.
  var isCutBefore = false
  var isCutAfter = false

  init(in text: String, isURL: Bool) {
    bytes = Array(text.utf8)
    self.isURL = isURL
  }

  /// The byte ranges of all secrets, sorted, none touching another.
  var secrets: [Range<Int>] {
    var found: [Range<Int>] = []
    if isCutBefore, let tail = cutTail { found.append(tail) }
    for index in bytes.indices {
      let secret: Range<Int>? =
        switch bytes[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "/"): userInformation(at: index)
        case UInt8(ascii: "="): parameterValue(at: index)
        case UInt8(ascii: "g"), UInt8(ascii: "e"): token(at: index)
        default: nil
        }
      if let secret, !secret.isEmpty { found.append(secret) }
    }
    return Redaction.merged(found)
  }

  /// Everywhere that the bytes of a known secret stand.
  func occurrences(of secret: ArraySlice<UInt8>) -> [Range<Int>] {
    guard let first = secret.first, secret.count <= bytes.count else { return [] }
    return bytes.indices.dropLast(secret.count - 1).compactMap { index in
      bytes[index] == first && bytes[index..<index + secret.count] == secret
        ? index..<index + secret.count : nil
    }
  }

}

extension SecretFinder {
  /// `user:password` before the `@` of an authority that begins after this colon or slash.
  ///
  /// Read as browsers read it: any number of slashes, backslashes too, and none after `https:`.
  private func userInformation(at index: Int) -> Range<Int>? {
    var start = index + 1
    if bytes[index] == UInt8(ascii: ":") {
      while start < bytes.count, isSlash(bytes[start]) { start += 1 }
      if start == index + 1, !isHTTP(before: index) { return nil }
    } else {
      // `//user@host`, without a scheme.
      let isStart =
        index == 0
        || !(isNameByte(bytes[index - 1]) || isSlash(bytes[index - 1])
          || bytes[index - 1] == UInt8(ascii: ":"))
      guard isStart, start < bytes.count, isSlash(bytes[start]) else { return nil }
      start += 1
    }
    var end = start
    var lastAt: Int?
    while end < bytes.count, !endsAuthority(bytes[end]) {
      if bytes[end] == UInt8(ascii: "@") { lastAt = end }
      end += 1
    }
    if let lastAt { return start..<lastAt }
    let mayGoOn = end == bytes.count && isCutAfter
    return mayGoOn && bytes[start..<end].contains(UInt8(ascii: ":")) ? start..<end : nil
  }

  /// The value after this `=` if the name before it speaks of a secret.
  private func parameterValue(at index: Int) -> Range<Int>? {
    var start = index
    while start > 0, isNameByte(bytes[start - 1]) { start -= 1 }
    if start > 0 {
      switch bytes[start - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"): break
      // `&` as JSON may write it: \u0026.
      case UInt8(ascii: "\\") where bytes[start..<index].starts(with: "u0026".utf8): start += 5
      default: return nil
      }
      guard SecretNames.contains(bytes[start..<index]) else { return nil }
    } else if !isCutBefore {
      return nil
    }
    var end = index + 1
    while end < bytes.count, !endsValue(bytes[end]) { end += 1 }
    return index + 1..<end
  }

  /// A token of GitHub (`ghp_…`), or a JSON Web Token (`eyJ…`, RFC 7519), that begins here.
  private func token(at index: Int) -> Range<Int>? {
    guard index == 0 || !isWordByte(bytes[index - 1]) else { return nil }
    let rest = bytes[index...]
    var isToken = rest.starts(with: "eyJ".utf8) || rest.starts(with: "github_pat_".utf8)
    if !isToken, rest.count > 3 {
      isToken =
        rest.starts(with: "gh".utf8) && "pousr".utf8.contains(bytes[index + 2])
        && bytes[index + 3] == UInt8(ascii: "_")
    }
    guard isToken else { return nil }
    var end = index
    while end < bytes.count, isWordByte(bytes[end]) || ".-=".utf8.contains(bytes[end]) { end += 1 }
    return end - index >= 12 || (isCutAfter && end == bytes.count) ? index..<end : nil
  }

  /// What may be the end of a secret whose beginning was cut off: what stands before `&`, `#` or
  /// `@`, or a long run of letters and digits, which is no word.
  private var cutTail: Range<Int>? {
    let run = firstRun
    guard !run.isEmpty else { return nil }
    if run.upperBound < bytes.count, "&#@".utf8.contains(bytes[run.upperBound]) { return run }
    let text = bytes[run]
    let isOpaque =
      text.count >= 16 && text.allSatisfy { $0 < 0x80 } && text.contains(where: isDigit)
      && !readsAsWords(text)
    return isOpaque ? run : nil
  }

  /// The bytes up to the first that ends a value or a piece of an address.
  private var firstRun: Range<Int> {
    let start = bytes.firstIndex { !isSlash($0) } ?? bytes.count
    var end = start
    while end < bytes.count, !endsValue(bytes[end]), !"/?=@".utf8.contains(bytes[end]) { end += 1 }
    return start..<end
  }

  /// The first bytes, where they are the end of one of these secrets, whose beginning was cut off.
  func end(of secrets: [ArraySlice<UInt8>]) -> Range<Int>? {
    let run = firstRun
    let isEnd = secrets.contains { $0.count > run.count && $0.suffix(run.count) == bytes[run] }
    return isCutBefore && !run.isEmpty && isEnd ? run : nil
  }

  /// Whether a text is words and years with hyphens between them, as slugs are.
  private func readsAsWords(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"))
    let words = parts.filter { part in
      part.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
    let years = parts.filter { $0.count <= 4 && $0.allSatisfy(isDigit) }
    return parts.count > 2 && words.count + years.count == parts.count
      && words.count { $0.count > 2 } * 2 >= parts.count
  }

  private func isHTTP(before colon: Int) -> Bool {
    let name = bytes[..<colon].suffix(5).map { $0 | 0x20 }
    return name.suffix(4).elementsEqual("http".utf8) || name.elementsEqual("https".utf8)
  }

  private func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    if isWordByte(byte) { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "%"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "$"):
      return true
    default: return false
    }
  }

  private func endsAuthority(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || endsAddress(byte)
  }

  private func endsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "#") || endsAddress(byte)
      || (!isURL && byte == UInt8(ascii: "\\"))
  }

  /// Whether prose goes on after an address here.
  private func endsAddress(_ byte: UInt8) -> Bool {
    guard !isURL else { return false }
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "`"):
      return true
    default: return false
    }
  }
}
