import Model
import Pages
import Probes
import Store
import Synchronization

/// What is known of the targets of a run: learnt now, or remembered. Targets are numbers of a
/// ``LinkTable``.
struct LinkProbes: Sendable {
  private let plan: Plan
  /// None where links to files are not looked at.
  private let local: LocalLinks?
  private let stop: StopFlag
  private let observer: RunObserver
  private var known = PackedColumn<KnownOutcome>()
  /// The links that were asked about; none before the first time.
  private var asked: LinkTable?
  private var memory: LinkMemory?
  /// Requests that were sent.
  private(set) var requests = 0
  /// Hosts that were asked in vain, where the network must be at fault; else 0.
  private(set) var unreachedHosts = 0

  init(_ plan: Plan, _ local: LocalLinks?, stop: StopFlag, _ observer: RunObserver) {
    self.plan = plan
    self.local = local
    self.stop = stop
    self.observer = observer
  }

  /// Probes targets of links that were not asked about and are not remembered; none when the plan
  /// is offline. Returns early, with every outcome there, when the run is told to stop.
  ///
  /// - Parameter table: continues the one of the last time.
  mutating func probe(_ table: LinkTable) async {
    guard !plan.isOffline else { return }
    let targets = table.probeTargets(notIn: asked)
    if asked == nil, !targets.isEmpty { memory = LinkMemory(plan, onTrouble: observer.onTrouble) }
    asked = table
    guard !targets.isEmpty else { return }
    var recollection = LinkMemory.Recollection(toProbe: targets)
    do throws(StoreTrouble) {
      if let known = memory {
        recollection = try known.recollection(of: targets, into: &self.known)
      }
    } catch {
      observer.onTrouble(error)
      memory = nil
    }
    let recorder = memory?.recorder(
      histories: recollection.histories, onTrouble: observer.onTrouble)
    await probe(recollection.toProbe, recorder)
    recorder?.finish()
  }

  /// Says that nothing will be probed any more.
  mutating func finish() {
    memory?.close()
    memory = nil
  }

  private mutating func probe(_ targets: [ProbeTarget], _ recorder: OutcomeRecorder?) async {
    guard !targets.isEmpty else { return }
    let outcomes = Mutex(known)
    known = PackedColumn()
    var settings = plan.probing
    let readers = PageReaders(readJSON: PageJSON.strict)
    if let end = plan.probingEnds { settings.maxTime = max(.zero, end - .now) }
    settings.pageReader = { readers.reader(for: $0) }
    let run = ProbeRun(settings) { probed, outcome in
      let history = recorder?.take(probed, outcome)
      outcomes.withLock {
        $0.set(
          probed.number, to: KnownOutcome(outcome, history: history),
          expecting: probed.target.url)
      }
    }
    stop.onRaise { run.stop(.interrupted) }
    run.add(targets)
    let ticker = Task { [observer] in
      while !Task.isCancelled {
        observer.onProgress(run.progress)
        recorder?.tick()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    await run.finish()
    ticker.cancel()
    observer.onProgress(nil)
    known = outcomes.withLock { $0 }
    requests += run.progress.requests
    unreachedHosts = run.progress.unreachedHosts
  }

  /// Of all links of an offline run.
  private static let offline = Policy.judgement(of: Outcome(event: .skipped(.offline)))

  /// What is held of a link.
  ///
  /// - Parameter destination: the link's own.
  func judgement(of link: LinkTable.Link, to destination: Destination) -> Judgement {
    switch destination {
    case .unprobed(_, .malformed) where plan.isOffline:
      // That it is dead is for the rules about links to say, which an offline run does not ask.
      return Self.offline
    case .unprobed(let href, let reason):
      if !plan.isOffline, let judgement = local?.judgement(of: href, reason) { return judgement }
      return Policy.judgement(of: Outcome(event: .skipped(reason)))
    case .target(let target, let fragment):
      guard !plan.isOffline, case .target(let number, _) = link else {
        return Self.offline
      }
      let known =
        known.value(number, expecting: target.url)
        ?? KnownOutcome(Outcome(event: .skipped(.interrupted)))
      return known.judgement(fragment: fragment, at: plan.now)
    }
  }
}
