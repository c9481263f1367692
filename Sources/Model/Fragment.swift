/// What follows `#` in a link, as written.
///
/// Compared and hashed by bytes, never by canonical equivalence: two places of a page may differ in
/// nothing else.
package struct Fragment: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  package var utf8: String.UTF8View { description.utf8 }

  package static func == (left: Fragment, right: Fragment) -> Bool {
    left.description.hasSameBytes(as: right.description)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in utf8 { hasher.combine(byte) }
  }
}

extension Fragment: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Fragment: Comparable {
  package static func < (left: Fragment, right: Fragment) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
