internal import Model

/// What is known of a fragment without its page.
enum Places {
  /// Fragments that every page has: its top, and a text that only the reader's browser looks for.
  static func isAlwaysThere(_ fragment: Fragment) -> Bool {
    fragment.utf8.isEmpty || fragment.utf8.lazy.map { $0 | 0x20 }.elementsEqual("top".utf8)
      || fragment.utf8.starts(with: ":~:".utf8)
  }

  /// Fragments that name no place, but tell the page's scripts what to show: `#/docs`, `#!a`, `#q=b`.
  static func isForScript(_ fragment: Fragment) -> Bool {
    guard let first = fragment.utf8.first else { return false }
    return first == UInt8(ascii: "/") || first == UInt8(ascii: "!")
      || fragment.utf8.contains(UInt8(ascii: "="))
  }
}
