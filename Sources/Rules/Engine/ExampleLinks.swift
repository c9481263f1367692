import Model

/// Makes link occurrences for the links that an example names.
enum ExampleLinks {
  /// An occurrence for each link, where its text stands first in the source.
  static func occurrences(of links: [String], in document: Document) -> [LinkOccurrence] {
    links.compactMap { link in
      let source = Array(JSONEscaping.escaped(link.utf8).utf8)
      guard let start = position(of: source, in: document.bytes) else { return nil }
      return LinkOccurrence(
        href: Href(link), role: .body, field: FieldPath("/body_md"),
        span: document.span(of: start..<start + source.count), bodyPosition: nil,
        destination: .target(Target(url: link, identity: link), fragment: nil))
    }
  }

  private static func position(of piece: [UInt8], in text: [UInt8]) -> Int? {
    guard piece.count <= text.count else { return nil }
    return (0...(text.count - piece.count)).first { text[$0...].starts(with: piece) }
  }
}
