package import Model

/// What is wrong with a suppression itself, before it is known how much that weighs.
struct Complaint: Sendable {
  let rule: SuppressionRule
  let message: String
  let place: Place
  let evidence: String
  var related: [RelatedLocation] = []

  func finding(in record: RecordKey, severity: Severity) -> Finding {
    Finding(
      rule: rule.id, severity: severity, message: message, record: record, field: place.field,
      span: place.span, excerpt: place.excerpt, related: related, evidence: evidence)
  }
}

/// The rules about suppressions; the raw value is the fault's name.
package enum SuppressionRule: String, CaseIterable, Sendable {
  case expired = "expired-suppression"
  case malformed = "malformed-suppression"
  case unused = "unused-suppression"
  case withoutReason = "suppression-without-reason"

  package var id: RuleID { RuleID("rules/\(rawValue)") }
}
