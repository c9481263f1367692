package import Files
package import Model
package import Records
package import Reports
package import Rules
package import Settings
package import Suppressions

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
  /// None of so many hosts could be reached.
  case networkUnusable(hosts: Int)
  case baseline(BaselineFault)
  /// A line of a baseline is no JSON object: why, as a sentence.
  case brokenBaseline(SourceLocation, String)
  /// A file that was to be written: a baseline, or a source that was mended.
  case file(String, FileFailure)
  /// The temporary file for what was found of the records cannot be made, written or read.
  case spill(FileFailure)
}
