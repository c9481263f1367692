import Model
import Probes
import Store
import Synchronization

/// What is known of the targets of a run: learnt now, or remembered.
struct LinkProbes: Sendable {
  /// None for an offline run.
  private let outcomes: [Target: Outcome]?
  /// Requests that were sent.
  let requests: Int
  private var remembered: [Target: LinkMemory.Recalled] = [:]
  private var recorder: OutcomeRecorder?
  private let now: Int

  private init(_ plan: Plan, outcomes: [Target: Outcome]?, requests: Int = 0) {
    self.outcomes = outcomes
    self.requests = requests
    now = plan.now
  }

  /// Probes targets that are not remembered, or none when the plan is offline. Returns early, with
  /// every outcome there, when the run is told to stop.
  static func run(
    _ targets: [ProbeTarget], plan: Plan, stop: StopFlag,
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void,
    onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) async -> LinkProbes {
    guard !plan.isOffline else { return LinkProbes(plan, outcomes: nil) }
    guard !targets.isEmpty else { return LinkProbes(plan, outcomes: [:]) }
    var recollection = LinkMemory.Recollection(toProbe: targets)
    var memory = LinkMemory(plan, onTrouble: onTrouble)
    do throws(StoreTrouble) {
      if let known = memory { recollection = try known.recollection(of: targets) }
    } catch {
      onTrouble(error)
      memory = nil
    }
    let recorder = memory?.recorder(histories: recollection.histories, onTrouble: onTrouble)
    var probes = await probe(
      recollection.toProbe, plan, stop, recorder, onProgress: onProgress)
    recorder?.finish()
    memory?.close()
    probes.remembered = recollection.outcomes
    probes.recorder = recorder
    return probes
  }

  private static func probe(
    _ targets: [ProbeTarget], _ plan: Plan, _ stop: StopFlag, _ recorder: OutcomeRecorder?,
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void
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
        onProgress(run.progress)
        recorder?.tick()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    await run.finish()
    ticker.cancel()
    onProgress(nil)
    return LinkProbes(
      plan, outcomes: outcomes.withLock { $0 }, requests: run.progress.requests)
  }

  /// What is held of a link.
  func judgement(of destination: Destination) -> Judgement {
    switch destination {
    case .unprobed(_, .malformed) where outcomes == nil:
      // That it is dead is for the rules about links to say, which an offline run does not ask.
      return Policy.judgement(of: Outcome(event: .skipped(.offline)))
    case .unprobed(_, let reason):
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
