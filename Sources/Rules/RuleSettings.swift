package import Model

/// What a project changes about the rules: severities, rules switched off, options.
package struct RuleSettings: Sendable {
  /// By rule ID, or by pack as `dates/*`; the last that fits counts.
  package var levels: [(pattern: String, level: Level)] = []
  /// Options that replace those of a rule's file, one by one, with the file they were read from.
  package var options: [RuleID: (node: YAMLNode, file: String)] = [:]

  package init() {}

  package enum Level: Hashable, Sendable {
    /// As the rule's file has it: takes back what is set before.
    case asWritten
    case off
    case severity(Severity)
  }

  /// What is set for a rule.
  func level(of rule: RuleID) -> Level {
    levels.last { Self.fits($0.pattern, rule) }?.level ?? .asWritten
  }

  /// Whether a pattern names the rule: its ID, or the beginning of it with `*`.
  package static func fits(_ pattern: String, _ rule: RuleID) -> Bool {
    guard pattern.utf8.last == UInt8(ascii: "*") else { return pattern == rule.description }
    return rule.description.utf8.starts(with: pattern.utf8.dropLast())
  }
}
