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
  /// What that address, or the links of a record without one, are resolved against.
  package var site: String?

  package init(
    markdown: [FieldPath] = [FieldPath("/body_md")],
    urls: [FieldPath] = [FieldPath("/url"), FieldPath("/canonical_source")],
    alternates: [FieldPath] = [FieldPath("/alternates/*")],
    base: FieldPath = FieldPath("/url"),
    site: String? = nil
  ) {
    self.markdown = markdown
    self.urls = urls
    self.alternates = alternates
    self.base = base
    self.site = site
  }
}
