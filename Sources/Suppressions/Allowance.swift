import Model

/// A suppression as it is written in a record: which rules, where, why, until when.
struct Allowance: Sendable {
  let origin: SuppressionOrigin
  let rules: [AllowedRule]
  let reach: Reach
  /// Empty where none is given.
  let reason: String
  let lastDay: LastDay?
  /// Where it stands.
  let place: Place

  /// Which findings of the record it is about.
  enum Reach: Hashable, Sendable {
    case record
    /// A field with all that is in it.
    case field(FieldPath)
    /// A part of a field's source, in bytes of the file.
    case part(FieldPath, Range<Int>)
  }

  func covers(_ finding: Finding) -> Bool {
    switch reach {
    case .record: true
    case .field(let field): finding.field.isWithin(field)
    case .part(let field, let range):
      finding.field == field && range.contains(finding.span.start.offset)
    }
  }
}

/// A pattern of an allowance with its place.
struct AllowedRule: Sendable {
  let pattern: RulePattern
  let place: Place
}

/// A place in a record's source, as a finding needs it.
struct Place: Sendable {
  let field: FieldPath
  let span: SourceSpan
  let excerpt: Excerpt?
}

extension Place {
  /// A range of the document's bytes.
  init(_ range: Range<Int>, of document: Document, in field: FieldPath) {
    self.init(
      field: field, span: document.span(of: range), excerpt: Excerpt(of: range, in: document.bytes))
  }

  /// A value of the record.
  init(_ value: Value) {
    self.init(value.range, of: value.document, in: value.path)
  }
}

extension FieldPath {
  /// Whether this is that field or lies in it.
  fileprivate func isWithin(_ field: FieldPath) -> Bool {
    utf8.starts(with: field.utf8)
      && (utf8.count == field.utf8.count || utf8[field.utf8.count] == UInt8(ascii: "/"))
  }
}
