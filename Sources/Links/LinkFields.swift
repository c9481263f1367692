package import Model

/// Which fields of a record hold links, and how. `*` in a path stands for every name and index.
package struct LinkFields: Hashable, Sendable {
  /// Texts in Markdown.
  package var markdown: [FieldPath]
  /// Addresses of the article and of its sources.
  package var urls: [FieldPath]
  /// Addresses of the article in other forms.
  package var alternates: [FieldPath]
  /// The address that relative links are resolved against.
  package var base: FieldPath
  /// What stands for that address, resolved against the site, in a record without one.
  package var slug: FieldPath
  /// The alternate that shows the text as a page; none for those that are called `html`.
  package var html: FieldPath?
  /// What that address, or the links of a record without one, are resolved against.
  package var site: String?

  package init(
    markdown: [FieldPath] = [FieldPath("/body_md")],
    urls: [FieldPath] = [FieldPath("/url"), FieldPath("/canonical_source")],
    alternates: [FieldPath] = [FieldPath("/alternates/*")],
    base: FieldPath = FieldPath("/url"),
    slug: FieldPath = FieldPath("/slug"),
    html: FieldPath? = nil,
    site: String? = nil
  ) {
    self.markdown = markdown
    self.urls = urls
    self.alternates = alternates
    self.base = base
    self.slug = slug
    self.html = html
    self.site = site
  }

  /// Whether an address stands where a record says that it is there, and not where it is linked to.
  package func publish(_ occurrence: LinkOccurrence) -> Bool {
    occurrence.role == .alternate || occurrence.field == base
  }
}
