package import Model
import Standards

/// Finds the links of records: in Markdown, in URL fields and in alternates.
package struct LinkExtractor: Sendable {
  private let markdown: [FieldPattern]
  private let urls: [FieldPattern]
  private let alternates: [FieldPattern]
  private let base: FieldPattern
  private let site: WebURL?

  package init(fields: LinkFields = LinkFields()) {
    markdown = fields.markdown.map(FieldPattern.init)
    urls = fields.urls.map(FieldPattern.init)
    alternates = fields.alternates.map(FieldPattern.init)
    base = FieldPattern(fields.base)
    site = fields.site.flatMap { try? WebURL($0) }
  }

  /// All links of a record, in source order.
  package func occurrences(in record: Record) -> [LinkOccurrence] {
    occurrences(in: record, markdown: markdown(of: record))
  }

  /// The Markdown texts of a record, read. For those who want more of them than their links.
  package func markdown(of record: Record) -> [MarkdownField] {
    var fields: [MarkdownField] = []
    for pattern in markdown {
      for (path, text) in pattern.strings(in: record.root) {
        fields.append(MarkdownField(path: path, text: text))
      }
    }
    return fields
  }

  /// All links of a record whose Markdown texts are read already, in source order.
  package func occurrences(in record: Record, markdown: [MarkdownField]) -> [LinkOccurrence] {
    let resolver = LinkResolver(base: base(of: record))
    var found: [FoundLink] = []
    for pattern in urls {
      for (path, text) in pattern.strings(in: record.root) {
        let resolver = path == self.base.path ? LinkResolver(base: site) : resolver
        found.append(
          contentsOf: FoundLink(path: path, text: text, role: .field, resolver: resolver))
      }
    }
    for pattern in alternates {
      for (path, text) in pattern.strings(in: record.root) {
        found.append(
          contentsOf: FoundLink(path: path, text: text, role: .alternate, resolver: resolver))
      }
    }
    for field in markdown { found.append(contentsOf: field.links(resolver: resolver)) }
    found.sortUnlessSorted { $0.source.lowerBound }
    return place(found, in: record.document)
  }

  /// The record's own address, or the site's.
  private func base(of record: Record) -> WebURL? {
    let own = base.strings(in: record.root).first
    return own.flatMap { try? WebURL($0.text.string, base: site) } ?? site
  }

  private func place(_ found: [FoundLink], in document: Document) -> [LinkOccurrence] {
    var cursor = LocationCursor(document)
    return found.map { link in
      let start = cursor.location(of: link.source.lowerBound)
      return LinkOccurrence(
        href: link.href, role: link.role, field: link.path,
        span: SourceSpan(start: start, end: cursor.location(of: link.source.upperBound)),
        bodyPosition: link.bodyPosition, destination: link.destination)
    }
  }
}

/// A link whose place is known in bytes of its document.
struct FoundLink {
  let href: Href
  let role: LinkRole
  let path: FieldPath
  let source: Range<Int>
  let bodyPosition: BodyPosition?
  let destination: Destination
}

extension [FoundLink] {
  fileprivate mutating func append(contentsOf link: FoundLink?) {
    if let link { append(link) }
  }
}

extension FoundLink {
  /// A field that is a link as a whole; none when it is empty, which rules tell.
  fileprivate init?(path: FieldPath, text: JSONText, role: LinkRole, resolver: LinkResolver) {
    let address = text.string
    guard !address.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
    let href = Href(address)
    self.init(
      href: href, role: role, path: path, source: text.range, bodyPosition: nil,
      destination: resolver.destination(of: href))
  }
}

extension JSONText {
  /// The decoded text.
  var string: String { String(decoding: decoded(), as: UTF8.self) }
}
