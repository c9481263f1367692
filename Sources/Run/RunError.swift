package import Records
package import Reports
package import Rules
package import Settings

/// What stops the tool. Prose is made by the command.
package enum RunError: Error, Sendable {
  case source(SourceError)
  case ruleFile(RuleFileError)
  case settings(SettingsError)
  case changes(ChangeError)
  case report(ReportError)
  /// A pattern of `--only` or `--skip` that fits no rule, and the rule that was likely meant.
  case unknownRule(String, nearest: String?)
  /// The sources hold no record: what was looked at.
  case noRecords([String])
}
