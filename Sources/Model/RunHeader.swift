/// What is known when a run begins: what every report may put at its head.
package struct RunHeader: Sendable {
  package let version: String
  /// Seconds since 1970; none where reports must not hold wall-clock fields.
  package let startedAt: Int?
  /// All rules that are switched on, sorted by ID, those that are not run included.
  package let rules: [RuleSummary]
  /// The packs that this run checks, sorted.
  package let packsRun: [String]
  /// The packs that are switched on and not checked, and why, sorted: `links`, `offline`.
  package let packsNotRun: [PackNotRun]
  /// The least severity that fails the run.
  package let failOn: Severity
  /// Rules that the configuration switches off, for all files or some, sorted.
  package let rulesOff: [RuleID]
  /// Rules that the configuration makes less severe, for all files or some, sorted.
  package let rulesLowered: [RuleID]
  /// The part of the records that the run reports; none for all.
  package let shard: Shard?

  package init(
    version: String, startedAt: Int?, rules: [RuleSummary], packsRun: [String],
    packsNotRun: [PackNotRun], failOn: Severity, rulesOff: [RuleID] = [],
    rulesLowered: [RuleID] = [], shard: Shard? = nil
  ) {
    self.version = version
    self.startedAt = startedAt
    self.rules = rules
    self.packsRun = packsRun
    self.packsNotRun = packsNotRun
    self.failOn = failOn
    self.rulesOff = rulesOff
    self.rulesLowered = rulesLowered
    self.shard = shard
  }
}

/// A pack that was not checked.
package struct PackNotRun: Hashable, Sendable {
  package let pack: String
  /// As a phrase: `offline`.
  package let reason: String

  package init(pack: String, reason: String) {
    self.pack = pack
    self.reason = reason
  }
}
