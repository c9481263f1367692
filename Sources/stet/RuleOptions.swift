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

  /// `--only` switches all others off; `--skip` comes after it.
  var settings: RuleSettings {
    var settings = RuleSettings()
    if !only.isEmpty {
      settings.levels.append((pattern: "*", level: .off))
      settings.levels += only.map { (pattern: $0, level: .asWritten) }
    }
    settings.levels += skip.map { (pattern: $0, level: .off) }
    return settings
  }
}
