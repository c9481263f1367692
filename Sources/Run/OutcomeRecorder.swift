import Model
import Probes
import Reports
import Store
import Synchronization

/// Writes down what a run learns, in batches, on the store's own thread. What is lost by a kill is
/// the last batch: a second, or a thousand outcomes.
final class OutcomeRecorder: Sendable {
  private let store: OutcomeStore
  private let policy: ProbePolicy
  /// By the targets' numbers.
  private let histories: PackedColumn<History>
  private let now: Int
  private let onTrouble: @Sendable (StoreTrouble) -> Void
  private let state = Mutex(State())

  private struct State: Sendable {
    var batch: [Learnt] = []
    var lastWrite = ContinuousClock.now
    /// Failures that may be this machine's own.
    var withheld: [Learnt] = []
    var hasAnswer = false
    var isBroken = false

    mutating func takeBatch() -> [Learnt] {
      lastWrite = .now
      defer { batch = [] }
      return batch
    }
  }

  private struct Learnt: Sendable {
    let target: ProbeTarget
    let outcome: Outcome
    let history: History
  }

  init(
    _ store: OutcomeStore, policy: ProbePolicy, histories: PackedColumn<History>, now: Int,
    onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) {
    self.store = store
    self.policy = policy
    self.histories = histories
    self.now = now
    self.onTrouble = onTrouble
  }

  /// Takes an outcome; never waits.
  ///
  /// - Returns: how the target did, this outcome included, where it fails.
  func take(_ target: ProbeTarget, _ outcome: Outcome) -> History? {
    guard let result = Policy.historyResult(of: outcome) else { return nil }
    let history = (histories.value(target.number) ?? History()).adding(result, at: now)
    let batch: [Learnt] = state.withLock { state in
      guard !state.isBroken else { return [] }
      let learnt = Learnt(target: target, outcome: outcome, history: history)
      switch outcome.event {
      case .skipped: break
      case .failed where !state.hasAnswer: state.withheld.append(learnt)
      case .failed: state.batch.append(learnt)
      case .answered:
        state.hasAnswer = true
        state.batch += state.withheld + [learnt]
        state.withheld = []
      }
      guard state.batch.count >= 1_000 else { return [] }
      return state.takeBatch()
    }
    write(batch)
    return history.failing == nil ? nil : history
  }

  /// Writes what has waited for a second; called now and then.
  func tick() {
    let batch = state.withLock { state in
      state.lastWrite.duration(to: .now) >= .seconds(1) ? state.takeBatch() : []
    }
    write(batch)
  }

  /// Writes the rest, and returns when all is written.
  func finish() {
    let batch = state.withLock { state in
      // So many targets do not fail at once without one answer; a network does.
      if state.withheld.count < 5 { state.batch += state.withheld }
      state.withheld = []
      return state.takeBatch()
    }
    write(batch)
    store.wait()
  }

  private func write(_ batch: [Learnt]) {
    guard !batch.isEmpty else { return }
    store.save {
      [self] in
      batch.map(stored)
    } onTrouble: { [self] trouble in
      let isFirst = state.withLock { state in
        defer { state.isBroken = true }
        return !state.isBroken
      }
      if isFirst { onTrouble(trouble) }
    }
  }

  private func stored(_ learnt: Learnt) -> StoredOutcome {
    let (target, outcome) = (learnt.target, learnt.outcome)
    return StoredOutcome(
      key: TargetKey(target.target), policy: policy, shownURL: Redaction.url(target.target.url),
      verdict: Policy.judgement(of: outcome).verdict, learntAt: now,
      facts: Facts(outcome, wanted: target.fragments) { Redaction.url($0) != $0 },
      history: learnt.history)
  }
}
