/// What a check of a page found: the place in the record, and what a rule's message says of it.
package struct PageFault: Hashable, Sendable {
  package let aspect: PageAspect
  package let field: FieldPath
  package let span: SourceSpan
  /// What the message's placeholders stand for: `page` what the page says, `value` what the record
  /// says, `place` where on the page, `reason` what is wrong as a sentence.
  package let values: [Named]
  /// The link whose page it is, where `field` is another.
  package let related: [RelatedLocation]
  /// How much of what should be there is there, of a hundred; none where nothing is measured.
  package let share: Int?

  package init(
    _ aspect: PageAspect, field: FieldPath, span: SourceSpan,
    values: [(name: String, value: String)], related: [RelatedLocation] = [], share: Int? = nil
  ) {
    self.aspect = aspect
    self.field = field
    self.span = span
    self.values = values.map { Named(name: $0.name, value: $0.value) }
    self.related = related
    self.share = share
  }

  /// The value of a placeholder.
  package func value(_ name: String) -> String? {
    values.first { $0.name == name }?.value
  }

  /// A value by the name of its placeholder.
  package struct Named: Hashable, Sendable {
    package let name: String
    package let value: String
  }
}
