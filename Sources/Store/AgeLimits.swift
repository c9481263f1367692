package import Model

/// How long outcomes are believed.
package struct AgeLimits: Hashable, Sendable {
  /// In seconds.
  package var alive = 7 * 86_400
  /// In seconds.
  package var moved = 7 * 86_400
  /// In seconds.
  package var dead = 3_600

  package init() {}

  /// Whether an outcome is young enough to be believed.
  ///
  /// The last fifth of an age is cut by up to all of it, by the key, so that what was learnt in one
  /// run is not asked again in one run. Two runs agree on it.
  package func isYoung(_ verdict: Verdict, learntAt: Int, now: Int, key: TargetKey) -> Bool {
    let limit: Int
    switch verdict {
    case .alive: limit = alive
    case .moved: limit = moved
    case .dead: limit = dead
    case .doubtful, .unchecked: return false
    }
    let age = max(0, now - learntAt)
    return age < limit - limit / 5 * key.jitter / 256
  }
}
