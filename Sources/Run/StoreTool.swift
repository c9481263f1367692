import Glibc
package import Model
import Probes
package import Store

/// `stet store`: looks at what is remembered, and moves it about.
package struct StoreTool: ~Copyable {
  private let store: OutcomeStore
  private let now: Int

  /// Opens the store; one that is not there yet is made.
  package init(path: String, now: Int) throws(StoreTrouble) {
    store = try OutcomeStore(path: path, now: now)
    self.now = now
  }

  deinit { store.close() }

  /// What a store holds.
  package struct Statistics: Hashable, Sendable {
    package var bytes = 0
    package var targets = 0
    package var verdicts: [Verdict: Int] = [:]
    /// Those that would be believed now, whatever the settings they were learnt under.
    package var young = 0
    /// Those that have failed in more than one run in a row.
    package var failing = 0
    /// Kinds of settings under which outcomes were learnt.
    package var policies: Set<ProbePolicy> = []
    /// Seconds since 1970.
    package var oldest: Int?
    /// Seconds since 1970.
    package var newest: Int?
  }

  package func statistics() throws(StoreTrouble) -> Statistics {
    var statistics = Statistics()
    let ages = AgeLimits()
    try store.forEach { outcome in
      statistics.targets += 1
      statistics.verdicts[outcome.verdict, default: 0] += 1
      statistics.policies.insert(outcome.policy)
      statistics.oldest = min(statistics.oldest ?? outcome.learntAt, outcome.learntAt)
      statistics.newest = max(statistics.newest ?? outcome.learntAt, outcome.learntAt)
      if (outcome.history.failing?.count ?? 0) > 1 { statistics.failing += 1 }
      if outcome.facts != nil,
        ages.isYoung(outcome.verdict, learntAt: outcome.learntAt, now: now, key: outcome.key)
      {
        statistics.young += 1
      }
    }
    statistics.bytes = store.size
    return statistics
  }

  /// Forgets what is older than so many seconds; gives how many targets.
  package func prune(olderThan age: Int) throws(StoreTrouble) -> Int {
    try store.prune(before: now - age)
  }

  /// Writes a line of JSON for each outcome, by key.
  package func export(_ write: ([UInt8]) -> Void) throws(StoreTrouble) {
    var batch: [UInt8] = []
    try store.forEach { outcome in
      batch += StoreLine.bytes(of: outcome)
      if batch.count > 1 << 16 {
        write(batch)
        batch = []
      }
    }
    write(batch)
  }

  /// What became of the lines of an import.
  package struct Import: Hashable, Sendable {
    /// Those that were newer than what was known.
    package var taken = 0
    package var lines = 0
    /// The numbers of the lines that no export writes, from 1.
    package var refused: [Int] = []
  }

  /// Takes over what another store exported, where it is newer.
  ///
  /// - Parameter next: the next line, without its end; none at the end.
  package func merge(_ next: () -> [UInt8]?) throws(StoreTrouble) -> Import {
    var result = Import()
    var batch: [StoredOutcome] = []
    while let line = next() {
      result.lines += 1
      if let outcome = StoreLine.outcome(in: line) {
        batch.append(outcome)
      } else {
        result.refused.append(result.lines)
      }
      if batch.count == 1_000 {
        result.taken += try store.merge(batch)
        batch = []
      }
    }
    result.taken += try store.merge(batch)
    return result
  }
}
