import Model
import Probes
import Synchronization

/// What was learnt of the targets of a run.
struct LinkProbes: Sendable {
  /// None for an offline run.
  private var outcomes: [Target: Outcome]?
  /// The fragments that were looked for.
  private var fragments: [Target: [String]] = [:]
  /// Requests that were sent.
  private(set) var requests: Int

  /// Nothing was probed.
  static let none = LinkProbes(outcomes: nil, requests: 0)

  /// Probes targets, or none when the plan is offline. Returns early, with every outcome there,
  /// when the run is told to stop.
  static func run(
    _ targets: [ProbeTarget], plan: Plan, stop: StopFlag,
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void
  ) async -> LinkProbes {
    guard !plan.isOffline else { return none }
    guard !targets.isEmpty else { return LinkProbes(outcomes: [:], requests: 0) }
    let outcomes = Mutex<[Target: Outcome]>([:])
    let run = ProbeRun(plan.probing) { probed, outcome in
      outcomes.withLock { $0[probed.target] = outcome }
    }
    stop.onRaise { run.stop(.interrupted) }
    run.add(targets)
    let ticker = Task {
      while !Task.isCancelled {
        onProgress(run.progress)
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    await run.finish()
    ticker.cancel()
    onProgress(nil)
    return LinkProbes(
      outcomes: outcomes.withLock { $0 },
      fragments: Dictionary(
        targets.map { ($0.target, $0.fragments) }, uniquingKeysWith: +),
      requests: run.progress.requests)
  }

  /// Probes what was not asked yet.
  mutating func add(
    _ targets: [ProbeTarget], plan: Plan, stop: StopFlag,
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void
  ) async {
    guard let known = outcomes else { return }
    let new = targets.filter { target in
      known[target.target] == nil
        || !Set(target.fragments).isSubset(of: fragments[target.target] ?? [])
    }
    guard !new.isEmpty else { return }
    let more = await Self.run(new, plan: plan, stop: stop, onProgress: onProgress)
    outcomes?.merge(more.outcomes ?? [:]) { _, later in later }
    fragments.merge(more.fragments) { _, later in later }
    requests += more.requests
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
      let outcome = outcomes[target] ?? Outcome(event: .skipped(.interrupted))
      return Policy.judgement(of: outcome, fragment: fragment)
    }
  }
}
