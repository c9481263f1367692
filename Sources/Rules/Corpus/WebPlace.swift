import Model

/// An address as the corpus knows it: numbers for the page and for its folder.
///
/// Scheme, query, fragment and a slash at the end do not count. Two addresses of one number, of 64
/// bits, are taken for equal: that can hide a dangling link and never make one.
struct WebPlace {
  let page: UInt64
  /// Host, path up to the last slash, and the ending of the last name: pages of one folder with one
  /// ending belong together. None for pages at the root, where everything of a site may be.
  let folder: UInt64?
  /// The last two labels of the host.
  let domain: UInt64

  /// Reads a normalised address of the web.
  ///
  /// - Parameter domain: the only domain of interest: none comes of addresses of other ones.
  init?(_ identity: String, in domain: UInt64? = nil) {
    var identity = identity
    let numbers = identity.withUTF8 { text -> (page: UInt64, folder: UInt64?, domain: UInt64)? in
      guard let parts = Parts(text) else { return nil }
      let own = Self.hash(text, Self.domain(text, parts.host))
      guard domain == nil || domain == own else { return nil }
      let page = Self.hash(text, parts.host.lowerBound..<parts.end)
      guard let name = parts.name, name.lowerBound - 1 > parts.host.upperBound else {
        return (page, nil, own)
      }
      let folder = Self.hash(text, parts.host.lowerBound..<name.lowerBound)
      guard let dot = text[name].lastIndex(of: UInt8(ascii: ".")), name.upperBound - dot <= 6 else {
        return (page, folder, own)
      }
      return (page, Hash128.mixed(folder ^ Self.hash(text, dot..<name.upperBound)), own)
    }
    guard let numbers else { return nil }
    (page, folder, self.domain) = numbers
  }

  /// The path of a normalised address, without a slash at its end.
  static func path(of identity: String) -> [UInt8]? {
    var identity = identity
    return identity.withUTF8 { text in
      Parts(text).map { Array(text[$0.host.upperBound..<$0.end]) }
    }
  }

  private static func domain(_ text: UnsafeBufferPointer<UInt8>, _ host: Range<Int>) -> Range<Int> {
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
      guard let authority = Self.authority(of: text) else { return nil }
      let slash = UInt8(ascii: "/")
      var host = authority
      var path: Int?
      var last: Int?
      var end = authority
      while end < text.count, text[end] != UInt8(ascii: "?"), text[end] != UInt8(ascii: "#") {
        if text[end] == slash {
          if path == nil { path = end }
          // A slash at the end starts no name.
          if end + 1 < text.count, text[end + 1] != UInt8(ascii: "?"),
            text[end + 1] != UInt8(ascii: "#")
          {
            last = end
          }
        } else if path == nil, text[end] == UInt8(ascii: "@") {
          host = end + 1
        }
        end += 1
      }
      self.host = host..<(path ?? end)
      if let path, end > path, text[end - 1] == slash { end -= 1 }
      self.end = end
      name = last.map { $0 + 1..<end }
    }

    /// Where the authority starts of an address of the web.
    private static func authority(of text: UnsafeBufferPointer<UInt8>) -> Int? {
      for start in [StaticString("https://"), StaticString("http://")] {
        let count = start.utf8CodeUnitCount
        guard text.count >= count else { continue }
        if UnsafeBufferPointer(rebasing: text[..<count])
          .isSame(as: UnsafeBufferPointer(start: start.utf8Start, count: count))
        {
          return count
        }
      }
      return nil
    }
  }
}
