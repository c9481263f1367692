package import Model

/// What is remembered of a target.
package struct StoredOutcome: Hashable, Sendable {
  package let key: TargetKey
  package let policy: ProbePolicy
  /// For readers: the address without its secrets.
  package let shownURL: String
  /// Of the target, its fragments apart.
  package let verdict: Verdict
  /// Seconds since 1970.
  package let learntAt: Int
  /// None where only the history may be kept.
  package let facts: Facts?
  package let history: History

  package init(
    key: TargetKey, policy: ProbePolicy, shownURL: String, verdict: Verdict, learntAt: Int,
    facts: Facts?, history: History
  ) {
    self.key = key
    self.policy = policy
    self.shownURL = shownURL
    self.verdict = verdict
    self.learntAt = learntAt
    self.facts = facts
    self.history = history
  }

  /// Clocks differ a little; what comes from further ahead is not believed.
  static let tolerance = 300

  /// Whether times and counts can be true.
  func isSound(at now: Int) -> Bool {
    let latest = now + Self.tolerance
    func isTime(_ time: Int) -> Bool { time > 0 && time <= latest }
    let history = history
    guard isTime(learntAt), (1...1_000_000).contains(history.runs), verdict != .unchecked,
      shownURL.utf8.count <= FactsText.longestAddress + 1_024
    else { return false }
    if let time = history.lastAlive, !isTime(time) { return false }
    for streak in [history.failing, history.proving] {
      guard let streak else { continue }
      guard isTime(streak.since), (1...history.runs).contains(streak.count) else { return false }
    }
    if let proving = history.proving {
      guard let failing = history.failing, proving.since >= failing.since,
        proving.count <= failing.count
      else { return false }
    }
    return true
  }
}
