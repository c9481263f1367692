package import Records
package import Reports
package import Rules

/// What stops the tool. Prose is made by the command.
package enum RunError: Error, Sendable {
  case source(SourceError)
  case ruleFile(RuleFileError)
  case report(ReportError)
  /// The sources hold no record: what was looked at.
  case noRecords([String])
}
