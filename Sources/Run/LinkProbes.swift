import Model
import Probes
import Store
import Synchronization

/// What is known of the targets of a run: learnt now, or remembered.
struct LinkProbes: Sendable {
  /// None for an offline run.
  private var outcomes: [Target: Outcome]?
  /// The fragments that were looked for.
  private var fragments: [Target: [String]] = [:]
  /// Requests that were sent.
  private(set) var requests: Int
  private var remembered: [Target: LinkMemory.Recalled] = [:]
  private var recorder: OutcomeRecorder?
  private let now: Int

  private init(
    _ plan: Plan, outcomes: [Target: Outcome]?, fragments: [Target: [String]] = [:],
    requests: Int = 0
  ) {
    self.outcomes = outcomes
    self.fragments = fragments
    self.requests = requests
    now = plan.now
  }

  /// Probes targets that are not remembered, or none when the plan is offline. Returns early, with
  /// every outcome there, when the run is told to stop.
  static func run(
    _ targets: [ProbeTarget], plan: Plan, stop: StopFlag,
    _ observer: RunObserver
  ) async -> LinkProbes {
    guard !plan.isOffline else { return LinkProbes(plan, outcomes: nil) }
    guard !targets.isEmpty else { return LinkProbes(plan, outcomes: [:]) }
    var recollection = LinkMemory.Recollection(toProbe: targets)
    var memory = LinkMemory(plan, onTrouble: observer.onTrouble)
    do throws(StoreTrouble) {
      if let known = memory { recollection = try known.recollection(of: targets) }
    } catch {
      observer.onTrouble(error)
      memory = nil
    }
    let recorder = memory?.recorder(
      histories: recollection.histories, onTrouble: observer.onTrouble)
    var probes = await probe(
      recollection.toProbe, plan, stop, recorder, observer)
    recorder?.finish()
    memory?.close()
    probes.remembered = recollection.outcomes
    probes.recorder = recorder
    return probes
  }

  private static func probe(
    _ targets: [ProbeTarget], _ plan: Plan, _ stop: StopFlag, _ recorder: OutcomeRecorder?,
    _ observer: RunObserver
  ) async -> LinkProbes {
    guard !targets.isEmpty else { return LinkProbes(plan, outcomes: [:]) }
    let outcomes = Mutex<[Target: Outcome]>([:])
    let run = ProbeRun(plan.probing) { probed, outcome in
      outcomes.withLock { $0[probed.target] = outcome }
      recorder?.take(probed, outcome)
    }
    stop.onRaise { run.stop(.interrupted) }
    run.add(targets)
    let ticker = Task {
      while !Task.isCancelled {
        observer.onProgress(run.progress)
        recorder?.tick()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    await run.finish()
    ticker.cancel()
    observer.onProgress(nil)
    return LinkProbes(
      plan, outcomes: outcomes.withLock { $0 },
      fragments: Dictionary(
        targets.map { ($0.target, $0.fragments) }, uniquingKeysWith: +),
      requests: run.progress.requests)
  }

  /// Probes what was not asked yet.
  mutating func add(
    _ targets: [ProbeTarget], plan: Plan, stop: StopFlag, _ observer: RunObserver
  ) async {
    guard let known = outcomes else { return }
    let new = targets.filter { target in
      if remembered[target.target] != nil, target.fragments.isEmpty { return false }
      return known[target.target] == nil
        || !Set(target.fragments).isSubset(of: fragments[target.target] ?? [])
    }
    guard !new.isEmpty else { return }
    let more = await Self.run(new, plan: plan, stop: stop, observer)
    outcomes?.merge(more.outcomes ?? [:]) { _, later in later }
    fragments.merge(more.fragments) { _, later in later }
    remembered.merge(more.remembered) { _, later in later }
    requests += more.requests
  }

  /// What is held of a link.
  func judgement(of destination: Destination, _ local: LocalLinks? = nil) -> Judgement {
    switch destination {
    case .unprobed(_, .malformed) where outcomes == nil:
      // That it is dead is for the rules about links to say, which an offline run does not ask.
      return Policy.judgement(of: Outcome(event: .skipped(.offline)))
    case .unprobed(let href, let reason):
      if outcomes != nil, let judgement = local?.judgement(of: href, reason) { return judgement }
      return Policy.judgement(of: Outcome(event: .skipped(reason)))
    case .target(let target, let fragment):
      guard let outcomes else { return Policy.judgement(of: Outcome(event: .skipped(.offline))) }
      if let known = remembered[target] {
        let judgement = Policy.judgement(
          of: known.outcome, fragment: fragment, provenance: .remembered(known.learntAt))
        return Policy.judgement(judgement, with: History(failing: known.failing), at: now)
      }
      let outcome = outcomes[target] ?? Outcome(event: .skipped(.interrupted))
      let judgement = Policy.judgement(of: outcome, fragment: fragment)
      return Policy.judgement(
        judgement, with: recorder?.history(of: target, with: outcome), at: now)
    }
  }
}
