import Model
import Probes
import Reports
import Store

/// What earlier runs learnt of this run's targets.
struct LinkMemory: Sendable {
  private let store: OutcomeStore
  private let policy: ProbePolicy
  private let ages: AgeLimits
  private let now: Int

  /// Opens the plan's store; none when the plan has none, or it cannot be used, which is told.
  init?(_ plan: Plan, onTrouble: (StoreTrouble) -> Void) {
    guard case .file(let path) = plan.store, !plan.isOffline else { return nil }
    do throws(StoreTrouble) {
      store = try OutcomeStore(path: path, now: plan.now)
    } catch {
      onTrouble(error)
      return nil
    }
    policy = ProbePolicy(of: plan.probing.policy)
    ages = plan.ages
    now = plan.now
  }

  /// What is remembered of targets, and which of them have to be asked.
  struct Recollection: Sendable {
    /// By target: what may be believed.
    var outcomes: [Target: Recalled] = [:]
    var toProbe: [ProbeTarget] = []
    /// By target: how those to be asked did before.
    var histories: [Target: History] = [:]
  }

  /// A believed outcome.
  struct Recalled: Sendable {
    let outcome: Outcome
    let learntAt: Int
    let history: History
  }

  /// Sorts targets into those that are known and those that must be asked.
  func recollection(of targets: [ProbeTarget]) throws(StoreTrouble) -> Recollection {
    let keys = targets.map { TargetKey($0.target) }
    // In the order of the file, the look-ups stay near one another.
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    let found = try store.outcomes(of: order.map { keys[$0] }, under: policy)
    var stored = [StoredOutcome?](repeating: nil, count: targets.count)
    for (position, outcome) in zip(order, found) { stored[position] = outcome }
    var recollection = Recollection()
    for (target, known) in zip(targets, stored) {
      guard let known else {
        recollection.toProbe.append(target)
        continue
      }
      if let outcome = believed(known, for: target) {
        recollection.outcomes[target.target] = Recalled(
          outcome: outcome, learntAt: known.learntAt, history: known.history)
      } else {
        recollection.toProbe.append(asking(target, known))
        recollection.histories[target.target] = known.history
      }
    }
    return recollection
  }

  /// Who writes down what the run learns of targets with these histories.
  func recorder(
    histories: [Target: History], onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) -> OutcomeRecorder {
    OutcomeRecorder(
      store, policy: policy, histories: histories, now: now, onTrouble: onTrouble)
  }

  func close() { store.close() }

  /// The outcome, if it is young and answers for every link to the target.
  private func believed(_ known: StoredOutcome, for target: ProbeTarget) -> Outcome? {
    guard let facts = known.facts else { return nil }
    let outcome = facts.outcome(of: target.target.url)
    let verdict = Policy.judgement(of: outcome).verdict
    guard isYoung(verdict, known) else { return nil }
    if verdict == .alive || verdict == .moved {
      for fragment in target.fragments {
        guard facts.verified.contains(fragment),
          isYoung(Policy.judgement(of: outcome, fragment: fragment).verdict, known)
        else { return nil }
      }
    }
    return outcome
  }

  private func isYoung(_ verdict: Verdict, _ known: StoredOutcome) -> Bool {
    ages.isYoung(verdict, learntAt: known.learntAt, now: now, key: known.key)
  }

  /// The target with the fragments that were verified not long ago: they would be forgotten else,
  /// and two runs over different records would ask in turns for ever.
  private func asking(_ target: ProbeTarget, _ known: StoredOutcome) -> ProbeTarget {
    guard let facts = known.facts, !target.fragments.isEmpty else { return target }
    let others = facts.verified.subtracting(target.fragments).sorted().prefix(32)
    return ProbeTarget(target.target, fragments: target.fragments + others)
  }
}
