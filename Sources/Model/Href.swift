/// A link's text as it stands in the record: decoded from JSON and Markdown, not yet read as a URL.
///
/// Compared and hashed by bytes, never by canonical equivalence.
package struct Href: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  package static func == (left: Href, right: Href) -> Bool {
    left.description.hasSameBytes(as: right.description)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}
