/// Failures in a row, run after run.
package struct FailureStreak: Hashable, Sendable {
  /// When the first was seen: seconds since 1970.
  package let since: Int
  /// From 1.
  package let count: Int

  package init(since: Int, count: Int) {
    self.since = since
    self.count = count
  }

  /// The streak with one more failure.
  static func extended(_ streak: FailureStreak?, at now: Int) -> FailureStreak {
    guard let streak else { return FailureStreak(since: now, count: 1) }
    return FailureStreak(since: min(streak.since, now), count: min(streak.count + 1, 1_000_000))
  }
}
