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
  private let probing: ProbeSettings

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
    probing = plan.probing
  }

  /// Which targets have to be asked, and by their numbers how they did before.
  struct Recollection: Sendable {
    var toProbe: [ProbeTarget]
    var histories = PackedColumn<History>()
  }

  /// Sorts targets into those that must be asked and those of which enough is known.
  ///
  /// - Parameter outcomes: gets what may be believed.
  func recollection(
    of targets: [ProbeTarget], into outcomes: inout PackedColumn<KnownOutcome>
  ) throws(StoreTrouble) -> Recollection {
    let keys = targets.map { TargetKey($0.target) }
    // In the order of the file, the look-ups stay near one another.
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var recollection = Recollection(toProbe: [])
    var asked = targets.map { ProbeTarget?.some($0) }
    for start in stride(from: 0, to: order.count, by: 1_000) {
      let chunk = order[start..<min(start + 1_000, order.count)]
      let found = try store.outcomes(of: chunk.map { keys[$0] }, under: policy)
      for (position, known) in zip(chunk, found) {
        guard let known else { continue }
        let target = targets[position]
        if let outcome = believed(known, for: target) {
          outcomes.set(
            target.number,
            to: KnownOutcome(
              outcome, learntAt: known.learntAt,
              history: known.history.failing.map { History(failing: $0) }),
            expecting: target.target.url)
          asked[position] = nil
        } else {
          recollection.histories.set(target.number, to: known.history)
          asked[position] = asking(target, known)
        }
      }
    }
    recollection.toProbe = asked.compactMap { $0 }
    return recollection
  }

  /// Who writes down what the run learns of targets with these histories.
  func recorder(
    histories: PackedColumn<History>, onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) -> OutcomeRecorder {
    OutcomeRecorder(
      store, policy: policy, histories: histories, now: now, onTrouble: onTrouble)
  }

  func close() { store.close() }

  /// The outcome, if it is young and answers for every link to the target.
  private func believed(_ known: StoredOutcome, for target: ProbeTarget) -> Outcome? {
    guard let facts = known.facts else { return nil }
    let outcome = probing.recalled(
      facts.outcome(of: probing.asked(target.target)), of: target.target)
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

  /// The target with what was verified not long ago: it would be forgotten else, and two runs over
  /// different records would ask in turns for ever. A page that is known needs no second reading if
  /// it has not changed since.
  private func asking(_ target: ProbeTarget, _ known: StoredOutcome) -> ProbeTarget {
    guard let facts = known.facts, !target.fragments.isEmpty else { return target }
    let others = facts.verified.subtracting(target.fragments).sorted().prefix(32)
    return ProbeTarget(
      target.target, fragments: target.fragments + others, known: unchanged(facts, for: target),
      number: target.number)
  }

  /// The answer to go by if the server says that the page is still the same.
  private func unchanged(_ facts: Facts, for target: ProbeTarget) -> Answer? {
    guard case .answered(let answer) = facts.event, answer.status == 200, answer.validators != nil,
      facts.hops.isEmpty
    else { return nil }
    let isDecided = target.fragments.allSatisfy { fragment in
      switch answer.fragments[fragment] {
      case .found, .missing: true
      case .undecidable: false
      case nil: facts.verified.contains(fragment)
      }
    }
    return isDecided ? answer : nil
  }
}
