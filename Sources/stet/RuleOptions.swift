import ArgumentParser
import Rules

/// Which rules are asked.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Add the rule files of a folder (repeatable).", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ask only these rules: dates/not-utc, 'links/*' (repeatable).", valueName: "rules"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Do not ask these rules (repeatable).", valueName: "rules"))
  var skip: [String] = []

  /// `--only` switches all others off; `--skip` comes after it. Severities stay as they are set.
  func apply(to settings: inout RuleSettings) {
    if !only.isEmpty {
      settings.selection.append((pattern: "*", isPicked: false))
      settings.selection += only.map { (pattern: $0, isPicked: true) }
    }
    settings.selection += skip.map { (pattern: $0, isPicked: false) }
  }
}
