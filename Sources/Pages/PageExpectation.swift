package import Markdown
package import Model

/// What a record says that its pages must say too: kept when the record's text is gone.
package struct PageExpectation: Sendable {
  package let title: ExpectedField?
  let language: ExpectedField?
  package let url: ExpectedField?
  let canonical: ExpectedField?
  let published: ExpectedField?
  let modified: ExpectedField?
  /// The place of the body; its text is kept as marks only.
  package let body: ExpectedField?
  let sketch: WordSketch?
  package let lines: [UInt32]
  /// The links whose pages are compared, by their positions among the record's, with their forms.
  package let links: [(position: Int, form: PageForm)]
  /// The position of the link to the article's source, where that is another page.
  package let source: Int?

  /// Reads a record; none where no link of it leads to a page of its own.
  ///
  /// - Parameters:
  ///   - body: the record's main Markdown text, if it has one.
  ///   - fields: where the record says what is compared.
  package init?(
    _ record: Record, body: (path: FieldPath, text: JSONText, document: MarkdownDocument)?,
    links: [LinkOccurrence], fields: PageFields
  ) {
    var forms: [(position: Int, form: PageForm)] = []
    for (position, link) in links.enumerated() {
      guard case .target = link.destination, let form = fields.form(of: link) else { continue }
      forms.append((position, form))
    }
    let own = Set(forms.map { links[$0.position].destination })
    source =
      fields.readsSource
      ? links.firstIndex { link in
        guard case .target = link.destination else { return false }
        return link.field == fields.source && !own.contains(link.destination)
      } : nil
    if !fields.readsOwn { forms = [] }
    guard !forms.isEmpty || source != nil else { return nil }
    self.links = forms
    func field(_ path: FieldPath) -> ExpectedField? {
      guard let value = record.root[path], let text = value.string,
        text.utf8.contains(where: { $0 > 0x20 })
      else { return nil }
      return ExpectedField(
        text: String(decoding: text.utf8.prefix(2_000), as: UTF8.self), path: path,
        span: value.span)
    }
    title = field(fields.title)
    language = field(fields.language)
    url = field(fields.url)
    canonical = field(fields.source)
    published = field(fields.published)
    modified = field(fields.modified)
    guard let body, !forms.isEmpty else {
      self.body = nil
      sketch = nil
      lines = []
      return
    }
    self.body = ExpectedField(
      text: "", path: body.path, span: record.document.span(of: body.text.range))
    lines = LineMarks(of: body.document.source).marks
    var words = WordSketch(most: 256)
    // What the parser did not read to its end has words that are not known.
    if body.document.limits.subtracting(.tables).isEmpty {
      PlainText.read(body.document, into: &words)
    }
    sketch = words
  }

  /// What is wanted of the pages of its links, by their positions.
  package var wishes: [(position: Int, wish: PageWish)] {
    // The article's own pages first: an address that is both is read as its own.
    links.map { ($0.position, wish($0.form)) }
      + (source.map { [($0, PageWish(form: .html))] } ?? [])
  }

  /// What is wanted of the page of a link.
  package func wish(_ form: PageForm) -> PageWish {
    PageWish(form: form, lines: form == .markdown ? lines : [])
  }
}

/// A field of a record with its place.
package struct ExpectedField: Sendable {
  package let text: String
  package let path: FieldPath
  package let span: SourceSpan
}
