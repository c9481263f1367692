package import Model

/// A finding's suggestion that is to be applied.
package struct Fix: Sendable {
  package let finding: Finding
  package let suggestion: Suggestion
  /// The number of the finding's record in the run.
  package let record: Int

  /// None for a finding without a suggestion, or with one that is not allowed, or suppressed.
  ///
  /// - Parameter allowed: `unsafe` allows both.
  package init?(_ finding: Finding, record: Int, allowed: Suggestion.Safety) {
    guard finding.suppression == nil, let suggestion = finding.suggestion,
      suggestion.safety == .safe || allowed == .unsafe, !suggestion.edits.isEmpty
    else { return nil }
    self.finding = finding
    self.suggestion = suggestion
    self.record = record
  }

  package var file: String { finding.span.start.file }

  /// The fault's place, whatever its text.
  package var place: FaultPlace { FaultPlace(finding, record: record) }

  /// What tells the fix from others; the same after edits elsewhere.
  var identity: FixIdentity {
    FixIdentity(
      place: place, evidence: Array(finding.evidence.utf8),
      replacements: suggestion.edits.map { Array($0.replacement.utf8) })
  }
}

/// Where a rule has found a fault: what is compared before and after an edit.
package struct FaultPlace: Hashable, Sendable {
  let rule: RuleID
  let record: Int
  let field: FieldPath

  package init(_ finding: Finding, record: Int) {
    rule = finding.rule
    self.record = record
    field = finding.field.shape
  }
}

/// See ``Fix/identity``.
struct FixIdentity: Hashable, Sendable {
  let place: FaultPlace
  let evidence: [UInt8]
  let replacements: [[UInt8]]
}
