/// What a run has mended in the sources, and what it could not.
package struct FixTotals: Hashable, Sendable {
  /// In the order of the input; places are those before any edit of the round.
  package var fixed: [FixedFinding] = []
  /// Files that were changed.
  package var files = 0
  package var remarks: [FixRemark] = []

  package init() {}
}

/// A finding that is mended.
package struct FixedFinding: Hashable, Sendable {
  package let rule: RuleID
  package let record: RecordKey
  package let field: FieldPath
  package let start: SourceLocation
  /// What the edit did, as a phrase: `write 'en-US'`.
  package let message: String
  package let safety: Suggestion.Safety

  package init(
    rule: RuleID, record: RecordKey, field: FieldPath, start: SourceLocation, message: String,
    safety: Suggestion.Safety
  ) {
    self.rule = rule
    self.record = record
    self.field = field
    self.start = start
    self.message = message
    self.safety = safety
  }

  /// - Parameter suggestion: the one that was applied.
  package init(_ finding: Finding, by suggestion: Suggestion) {
    rule = finding.rule
    record = finding.record
    field = finding.field
    start = finding.span.start
    message = suggestion.message
    safety = suggestion.safety
  }
}

/// Why a finding with a suggestion was not mended.
package enum FixRemark: Hashable, Sendable {
  /// The file is not changed.
  case file(String, FileReason)
  /// The edit did not mend the finding, or broke something.
  case takenBack(RuleID, at: SourceLocation)
  /// Edits led to more edits for too long.
  case unfinished(rounds: Int)

  package enum FileReason: String, Hashable, Sendable {
    case compressed
    case standardInput = "standard-input"
    case symlink
    case notRegular = "not-regular"
    case tooLarge = "too-large"
    /// Somebody wrote it while it was checked.
    case changed
    case unreadable
  }
}
