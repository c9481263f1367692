/// What a report says of a rule.
package struct RuleSummary: Hashable, Sendable {
  package let id: RuleID
  /// The fault as a sentence.
  package let summary: String
  package let severity: Severity
  package let scope: RuleScope
  /// Why it matters.
  package let why: String
  /// What to do.
  package let mend: String

  package init(
    id: RuleID, summary: String, severity: Severity, scope: RuleScope, why: String, mend: String
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.scope = scope
    self.why = why
    self.mend = mend
  }
}

/// What a rule needs to see.
package enum RuleScope: String, CaseIterable, Sendable {
  case record
  /// All records.
  case corpus
  /// A fetched alternate.
  case page
  /// A probed link.
  case link
}
