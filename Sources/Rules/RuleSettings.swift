package import Model
package import YAML

/// What a project changes about the rules: severities, rules switched off, options.
package struct RuleSettings: Sendable {
  /// By rule ID, or by pack as `dates/*`; the last that fits counts.
  package var levels: [(pattern: String, level: Level)] = []
  /// Options that replace those of a rule's file, one by one, with the file they were read from.
  package var options: [RuleID: (node: YAMLNode, file: String)] = [:]
  /// What one run asks of them, over all levels; the last that fits counts. A rule that is picked
  /// and is off is asked as its file has it.
  package var selection: [(pattern: String, isPicked: Bool)] = []

  package init() {}

  package enum Level: Hashable, Sendable {
    /// As the rule's file has it: takes back what is set before.
    case asWritten
    case off
    case severity(Severity)
  }

  /// What is set for a rule.
  func level(of rule: RuleID) -> Level {
    picked(levels.last { Self.fits($0.pattern, rule) }?.level ?? .asWritten, rule)
  }

  /// Whether these levels, whatever one run picks, switch a rule off.
  package func switchOff(_ rule: RuleID) -> Bool {
    levels.last { Self.fits($0.pattern, rule) }?.level == .off
  }

  /// Whether these levels make a rule less severe than its file has it.
  package func lower(_ rule: RuleSummary) -> Bool {
    switch levels.last(where: { Self.fits($0.pattern, rule.id) })?.level {
    case .severity(let severity): severity < rule.severity
    case .asWritten, .off, nil: false
    }
  }

  /// A level after the selection.
  private func picked(_ level: Level, _ rule: RuleID) -> Level {
    switch selection.last(where: { Self.fits($0.pattern, rule) })?.isPicked {
    case nil: level
    case true: level == .off ? .asWritten : level
    case false: .off
    }
  }

  /// These settings with what an override says of a rule; nil when it says nothing of it.
  func overridden(by other: RuleSettings, for rule: RuleID) -> RuleSettings? {
    let level = other.levels.last { Self.fits($0.pattern, rule) }
    let options = other.options[rule]
    guard level != nil || options != nil else { return nil }
    var settings = self
    if let level { settings.levels.append(level) }
    if let options { settings.options[rule] = merged(options, for: rule) }
    return settings
  }

  /// Options over those that are set for all files.
  private func merged(
    _ options: (node: YAMLNode, file: String), for rule: RuleID
  ) -> (node: YAMLNode, file: String) {
    guard let base = self.options[rule] else { return options }
    return (base.node.merged(with: options.node), options.file)
  }

  /// Whether a pattern names the rule: its ID, or the beginning of it with `*`.
  package static func fits(_ pattern: String, _ rule: RuleID) -> Bool {
    guard pattern.utf8.last == UInt8(ascii: "*") else { return pattern == rule.description }
    return rule.description.utf8.starts(with: pattern.utf8.dropLast())
  }
}
