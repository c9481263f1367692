/// One place where something is not as it should be.
package struct Finding: Sendable {
  package let rule: RuleID
  package let severity: Severity
  /// A sentence for the author: what is wrong, then what to do.
  package let message: String
  package let record: RecordKey
  package let field: FieldPath
  package let span: SourceSpan
  /// The source line around the place; none where the source could not be read again.
  package var excerpt: Excerpt?
  package let related: [RelatedLocation]
  package let suggestion: Suggestion?
  /// What was found, as the author wrote it: the value's text or the link's address. Part of the
  /// fingerprint, so it holds nothing that changes when the record is moved or reformatted.
  package let evidence: String
  package var suppression: Suppression?
  /// Lower-case hexadecimal; empty until the run has assigned it.
  package var fingerprint = ""

  package init(
    rule: RuleID, severity: Severity, message: String, record: RecordKey, field: FieldPath,
    span: SourceSpan, excerpt: Excerpt? = nil, related: [RelatedLocation] = [],
    suggestion: Suggestion? = nil, evidence: String = "", suppression: Suppression? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.record = record
    self.field = field
    self.span = span
    self.excerpt = excerpt
    self.related = related
    self.suggestion = suggestion
    self.evidence = evidence
    self.suppression = suppression
  }
}

/// Another place that a finding is about.
package struct RelatedLocation: Hashable, Sendable {
  /// What is there, as a phrase: `published_at`.
  package let message: String
  package let span: SourceSpan

  package init(message: String, span: SourceSpan) {
    self.message = message
    self.span = span
  }
}

/// An excuse for one rule at one place.
package struct Suppression: Hashable, Sendable {
  package let origin: SuppressionOrigin
  package let reason: String

  package init(origin: SuppressionOrigin, reason: String) {
    self.origin = origin
    self.reason = reason
  }
}

/// Where a suppression stands.
package enum SuppressionOrigin: String, CaseIterable, Sendable {
  case record, markdown, configuration, baseline
}

/// An edit of the source that mends a fault.
package struct Suggestion: Hashable, Sendable {
  /// What the edit does, as a phrase: `write 'en-US'`.
  package let message: String
  package let safety: Safety
  package let edits: [Edit]

  package init(message: String, safety: Safety, edits: [Edit]) {
    self.message = message
    self.safety = safety
    self.edits = edits
  }

  /// Safe edits cannot change what the record means.
  package enum Safety: String, CaseIterable, Sendable {
    case safe, unsafe
  }
}

/// A replacement of bytes in the source file.
package struct Edit: Hashable, Sendable {
  package let span: SourceSpan
  /// What stands there afterwards, as it is written in the source (JSON escapes included).
  package let replacement: String

  package init(span: SourceSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}
