package import Model

/// Which fields of a record its pages are compared with.
package struct PageFields: Sendable {
  package var title = FieldPath("/title")
  package var language = FieldPath("/lang")
  /// The record's own address.
  package var url = FieldPath("/url")
  /// The address of the article's source.
  package var source = FieldPath("/canonical_source")
  package var published = FieldPath("/published_at")
  package var modified = FieldPath("/updated_at")
  /// Where other forms of the page are named; those that are left out by the last name of a path.
  package var forms: [(path: FieldPath, form: PageForm)] = []

  /// Whether the record's own pages are compared, and read for it.
  private(set) var readsOwn = true
  /// Whether the page of the source is.
  private(set) var readsSource = true

  /// The names as shipped.
  package init() {}

  /// The fields for a comparison of so much; none where nothing is compared.
  package func comparing(_ aspects: Set<PageAspect>) -> PageFields? {
    guard !aspects.isEmpty else { return nil }
    var fields = self
    fields.readsSource = !aspects.isDisjoint(with: SourceCheck.aspects)
    fields.readsOwn = !aspects.isSubset(of: SourceCheck.aspects)
    return fields
  }

  /// What the page of a link is to be read as; none for links to other pages.
  func form(of link: LinkOccurrence) -> PageForm? {
    switch link.role {
    case .field: return link.field == url ? .html : nil
    case .alternate:
      if let known = forms.first(where: { $0.path == link.field }) { return known.form }
      let name = link.field.tokens.last.map { String(decoding: $0, as: UTF8.self) }
      return name.flatMap { PageForm(rawValue: $0) }
    case .body, .image: return nil
    }
  }
}
