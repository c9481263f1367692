/// A sort of link: a host, `archive.example` or `*.archive.example`, or an address with `*` for any
/// text, `https://archive.example/old/*`.
package struct LinkPattern: Hashable, Sendable {
  /// As written.
  package let text: String
  private let pieces: [[UInt8]]
  private let isHost: Bool

  /// Nil for what is neither; hosts are compared in lower case.
  package init?(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    isHost = !bytes.contains(UInt8(ascii: "/"))
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 }),
      isHost ? !bytes.contains(UInt8(ascii: ":")) : text.contains("://")
    else { return nil }
    pieces = (isHost ? Array(text.lowercased().utf8) : bytes)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether a normalised address is of this sort.
  package func matches(_ url: String) -> Bool {
    isHost ? matches(Self.host(of: Array(url.utf8))) : matches(url.utf8[...])
  }

  private func matches(_ subject: some Collection<UInt8>) -> Bool {
    var rest = Array(subject)[...]
    guard let first = pieces.first, let last = pieces.last, rest.starts(with: first) else {
      return false
    }
    guard pieces.count > 1 else { return rest.count == first.count }
    rest = rest.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else {
        return false
      }
      rest = rest[(start + piece.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func host(of url: [UInt8]) -> ArraySlice<UInt8> {
    guard let slash = url.firstIndex(of: UInt8(ascii: "/")) else { return [] }
    let authority = url[slash...].dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    guard authority.first != UInt8(ascii: "[") else { return authority }
    return authority.prefix { $0 != UInt8(ascii: ":") }
  }
}
