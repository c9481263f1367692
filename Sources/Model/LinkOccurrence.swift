/// One place where an href stands.
///
/// A class, so that passing it copies no texts: there are more of these than of anything else.
package final class LinkOccurrence: Sendable {
  package let href: Href
  package let role: LinkRole
  package let field: FieldPath
  /// The href's place in the file.
  package let span: SourceSpan
  /// The href's place in the Markdown body, for links that stand in one.
  package let bodyPosition: BodyPosition?
  package let destination: Destination

  package init(
    href: Href, role: LinkRole, field: FieldPath, span: SourceSpan, bodyPosition: BodyPosition?,
    destination: Destination
  ) {
    self.href = href
    self.role = role
    self.field = field
    self.span = span
    self.bodyPosition = bodyPosition
    self.destination = destination
  }
}

/// A place in a Markdown body: line and column in code points, both from 1.
package struct BodyPosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What an href is there for.
package enum LinkRole: String, CaseIterable, Sendable {
  case body, image, alternate, field
}
