/// A start of a link that is meant to be `http://` or `https://` and is not.
///
/// Found: `htp://`, `hhtps:/`, `ttps://`, `https//`, `http;//`, `https:://`, `http://https://`.
/// Not found: `https:/a` (browsers read it), other known schemes, `name//` of a relative path.
package struct SchemeSpelling: Hashable, Sendable {
  /// What is meant: `http` or `https`.
  package let intended: String
  /// What to replace by `intended` and `://`: a byte range of the text, its slashes included.
  package let range: Range<Int>

  /// Looks at the start of a text; nil if nothing is misspelt.
  package init?(startOf text: String) {
    let bytes = Array(text.utf8.prefix(64))
    let blanks = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let wordEnd =
      bytes[blanks...].firstIndex { !ASCIISet.alphanumeric.contains($0) } ?? bytes.count
    let word = String(decoding: bytes[blanks..<wordEnd], as: UTF8.self).lowercased()
    let markEnd = bytes[wordEnd...].firstIndex { !":;.".utf8.contains($0) } ?? bytes.count
    let slashEnd = bytes[markEnd...].firstIndex { $0 != UInt8(ascii: "/") } ?? bytes.count
    let mark = String(decoding: bytes[wordEnd..<markEnd], as: UTF8.self)
    let slashes = slashEnd - markEnd
    guard slashes > 0, slashEnd < bytes.count || text.utf8.count > bytes.count else { return nil }

    let isExact = word == "http" || word == "https"
    if isExact, mark == ":" {
      guard let second = Self.second(in: bytes, from: slashEnd) else { return nil }
      (intended, range) = (second.word, blanks..<second.end)
      return
    }
    // Without a colon, or with one slash, less is certain: `help//a` may be a path.
    let limit = mark.isEmpty || slashes == 1 ? 1 : 2
    guard slashes > 1 || mark == ":", !Self.known.contains(word),
      let nearest = EditDistance.nearest(to: word, in: ["https", "http"], limit: limit)
    else { return nil }
    (intended, range) = (nearest, blanks..<slashEnd)
  }

  /// The scheme that follows a first one: `http://https://`, `http://https:/`.
  private static func second(in bytes: [UInt8], from start: Int) -> (word: String, end: Int)? {
    for word in ["https", "http"] {
      let rest = bytes[start...]
      guard rest.prefix(word.utf8.count).elementsEqual(word.utf8) else { continue }
      let after = rest.dropFirst(word.utf8.count)
      let marks = after.prefix { $0 == UInt8(ascii: ":") }
      let slashes = after.dropFirst(marks.count).prefix { $0 == UInt8(ascii: "/") }
      guard slashes.count > 1 || (marks.count == 1 && slashes.count == 1) else { continue }
      return (word, slashes.endIndex)
    }
    return nil
  }

  /// Schemes near to http that are meant as they are. IANA URI Schemes registry.
  private static let known: Set<String> = [
    "ftp", "ftps", "git", "htcpcp", "ipp", "ldap", "nntp", "rtsp", "sftp", "shttp", "smtp", "ssh",
    "stun", "tftp",
  ]
}
