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
    var hrefs = markdownLinks()
    addHTMLLinks(to: &hrefs)
    hrefs.sortUnlessSorted { $0.range.lowerBound }
    var sources = DecodedCursor(text)
    var places = TextCursor(document.source)
    return hrefs.map { written in
      let place = places.place(of: written.range.lowerBound)
      return FoundLink(
        href: written.href, role: written.role, path: path,
        source: sources.sourceRange(ofDecoded: written.range),
        bodyPosition: BodyPosition(line: place.line, column: place.column),
        destination: resolver.destination(of: written.href))
    }
  }

  private func markdownLinks() -> [WrittenHref] {
    var hrefs: [WrittenHref] = []
    hrefs.reserveCapacity(document.links.count)
    var referred: Set<Int> = []
    for link in document.links {
      if let definition = link.definition, !referred.insert(definition).inserted { continue }
      hrefs.append(
        WrittenHref(
          href: Href(document.address(of: link)), range: link.destination,
          role: link.isImage ? .image : .body))
    }
    return hrefs
  }

  private func addHTMLLinks(to hrefs: inout [WrittenHref]) {
    for html in document.rawHTML {
      let start = html.range.lowerBound
      for tag in HTMLSnippet(document.text(of: html)).tags {
        for found in HTMLHrefs.hrefs(of: tag) {
          hrefs.append(
            WrittenHref(
              href: found.href,
              range: found.range.lowerBound + start..<found.range.upperBound + start,
              role: found.role))
        }
      }
    }
  }
}

/// An href with its bytes in its text.
struct WrittenHref {
  let href: Href
  let range: Range<Int>
  let role: LinkRole
}

extension Array {
  /// Sorts, stable, by an offset. Nearly all lists of links come sorted.
  mutating func sortUnlessSorted(by offset: (Element) -> Int) {
    let isSorted = indices.dropFirst().allSatisfy { offset(self[$0 - 1]) <= offset(self[$0]) }
    if !isSorted { sort { offset($0) < offset($1) } }
  }
}
