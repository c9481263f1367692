/// An address as the corpus knows it: numbers for the page and for its folder.
///
/// Scheme, query, fragment and a slash at the end do not count. Two addresses of one number, of 64
/// bits, are taken for equal: that can hide a dangling link and never make one.
struct WebPlace {
  let page: UInt64
  /// Host, path up to the last slash, and the ending of the last name: pages of one folder with one
  /// ending belong together. None for pages at the root, where everything of a site may be.
  let folder: UInt64?

  /// Reads a normalised address of the web.
  init?(_ identity: String) {
    var identity = identity
    let numbers = identity.withUTF8 { text -> (page: UInt64, folder: UInt64?)? in
      guard let parts = Parts(text) else { return nil }
      let page = Self.hash(text, parts.host.lowerBound..<parts.end)
      guard let name = parts.name, name.lowerBound - 1 > parts.host.upperBound else {
        return (page, nil)
      }
      let folder = Self.hash(text, parts.host.lowerBound..<name.lowerBound)
      guard let dot = text[name].lastIndex(of: UInt8(ascii: ".")), name.upperBound - dot <= 6 else {
        return (page, folder)
      }
      return (page, Hash128.mixed(folder ^ Self.hash(text, dot..<name.upperBound)))
    }
    guard let numbers else { return nil }
    (page, folder) = numbers
  }

  /// The path of a normalised address, without a slash at its end.
  static func path(of identity: String) -> [UInt8]? {
    var identity = identity
    return identity.withUTF8 { text in
      Parts(text).map { Array(text[$0.host.upperBound..<$0.end]) }
    }
  }

  /// Whether two addresses have the last two labels of their hosts in common.
  static func areAkin(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let first = domain(left), let second = domain(right) else { return false }
        return left[first].elementsEqual(right[second])
      }
    }
  }

  private static func domain(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let host = Parts(text)?.host else { return nil }
    var labels = 0
    var start = host.upperBound
    while start > host.lowerBound {
      if text[start - 1] == UInt8(ascii: ".") {
        labels += 1
        if labels == 2 { break }
      }
      start -= 1
    }
    return start..<host.upperBound
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    Hash128(of: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[range]))).low
  }

  private struct Parts {
    /// With the port.
    let host: Range<Int>
    /// The last name of the path; none where the path is `/`.
    let name: Range<Int>?
    /// Of the path, without a slash at its end.
    let end: Int

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      let slash = UInt8(ascii: "/")
      guard text.starts(with: "http".utf8), let colon = text.firstIndex(of: UInt8(ascii: ":")),
        colon + 3 <= text.count
      else { return nil }
      var end = text[colon...].firstIndex { "?#".utf8.contains($0) } ?? text.count
      let authority = colon + 3
      let path = text[authority..<max(authority, end)].firstIndex(of: slash) ?? end
      let at = text[authority..<max(authority, path)].lastIndex(of: UInt8(ascii: "@"))
      host = (at.map { $0 + 1 } ?? authority)..<path
      if end > path, text[end - 1] == slash { end -= 1 }
      self.end = end
      let last = text[path..<end].lastIndex(of: slash)
      name = last.map { $0 + 1..<end }
    }
  }
}
