/// How a target did over the runs that asked it.
package struct History: Hashable, Sendable {
  /// Failures of every kind; none when the last answer was good.
  package var failing: FailureStreak?
  /// Failures that prove something when they go on: no answer, or a server in trouble. A server
  /// that answers, be it only to turn programs away, ends them.
  package var proving: FailureStreak?
  /// When it was last found alive: seconds since 1970.
  package var lastAlive: Int?
  /// How many runs have asked.
  package var runs: Int

  package init(
    failing: FailureStreak? = nil, proving: FailureStreak? = nil, lastAlive: Int? = nil,
    runs: Int = 0
  ) {
    self.failing = failing
    self.proving = proving
    self.lastAlive = lastAlive
    self.runs = runs
  }

  /// What a run found.
  package enum Result: Sendable {
    case alive
    case failed(isProving: Bool)
  }

  /// The history with one more run.
  package func adding(_ result: Result, at now: Int) -> History {
    var history = self
    history.runs = min(runs + 1, 1_000_000)
    switch result {
    case .alive:
      history.failing = nil
      history.proving = nil
      history.lastAlive = now
    case .failed(let isProving):
      history.failing = .extended(failing, at: now)
      history.proving = isProving ? .extended(proving, at: now) : nil
    }
    return history
  }

  /// Whether failing for so long and so often is as good as a proof.
  package func isProof(at now: Int) -> Bool {
    guard let proving else { return false }
    return proving.count >= 3 && now - proving.since >= 2 * 86_400
  }
}
