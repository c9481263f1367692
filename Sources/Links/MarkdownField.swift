import HTML
package import Markdown
package import Model

/// A Markdown text of a record: where it stands and what it says.
package struct MarkdownField: Sendable {
  package let path: FieldPath
  /// The JSON string, with the map from the text's bytes to the record's.
  package let text: JSONText
  package let document: MarkdownDocument

  package init(path: FieldPath, text: JSONText) {
    self.path = path
    self.text = text
    document = MarkdownDocument(text.decoded())
  }

  /// The links of the text. A reference link stands where its address stands: in its definition,
  /// which counts once, however often it is referred to.
  func links(resolver: LinkResolver) -> [FoundLink] {
    var hrefs = markdownLinks() + htmlLinks()
    hrefs.sort { $0.range.lowerBound < $1.range.lowerBound }
    var sources = DecodedCursor(text)
    var places = TextCursor(document.source)
    return hrefs.map { written in
      let href = Href(String(decoding: written.href, as: UTF8.self))
      let start = sources.sourceOffset(of: written.range.lowerBound)
      let end = sources.sourceOffset(of: written.range.upperBound)
      let place = places.place(of: written.range.lowerBound)
      return FoundLink(
        href: href, role: written.role, path: path, source: start..<max(start, end),
        bodyPosition: BodyPosition(line: place.line, column: place.column),
        destination: resolver.destination(of: href))
    }
  }

  private func markdownLinks() -> [WrittenHref] {
    var referred: Set<Int> = []
    return document.links.compactMap { link in
      if let definition = link.definition, !referred.insert(definition).inserted { return nil }
      return WrittenHref(
        href: document.destination(of: link), range: link.destination,
        role: link.isImage ? .image : .body)
    }
  }

  private func htmlLinks() -> [WrittenHref] {
    document.rawHTML.flatMap { html in
      let start = html.range.lowerBound
      return HTMLSnippet(document.text(of: html)).tags.flatMap { HTMLHrefs.hrefs(of: $0) }.map {
        WrittenHref(
          href: $0.href, range: $0.range.lowerBound + start..<$0.range.upperBound + start,
          role: $0.role)
      }
    }
  }
}

/// An href with its bytes in its text.
struct WrittenHref {
  let href: [UInt8]
  let range: Range<Int>
  let role: LinkRole
}
