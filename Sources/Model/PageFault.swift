/// What a check of a page found: the place in the record, and what a rule's message says of it.
package struct PageFault: Hashable, Sendable {
  /// The name of the check: `title`.
  package let check: String
  package let field: FieldPath
  package let span: SourceSpan
  /// What the message's placeholders stand for.
  package let values: [Named]
  /// The link whose page it is, where `field` is another.
  package let related: [RelatedLocation]
  /// What stands in the record.
  package let evidence: String
  /// How much of what should be there is there, of a hundred; none for checks that do not measure.
  package var share: Int?

  package init(
    check: String, field: FieldPath, span: SourceSpan, values: [(name: String, value: String)],
    related: [RelatedLocation] = [], evidence: String = "", share: Int? = nil
  ) {
    self.check = check
    self.field = field
    self.span = span
    self.values = values.map { Named(name: $0.name, value: $0.value) }
    self.related = related
    self.evidence = evidence
    self.share = share
  }

  /// A value by the name of its placeholder.
  package struct Named: Hashable, Sendable {
    package let name: String
    package let value: String
  }
}
