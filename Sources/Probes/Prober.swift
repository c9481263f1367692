internal import Curl
internal import Model
internal import Standards

/// Drives all probes of a run on the engine's loop: every target gets exactly one outcome.
struct Prober: LoopWork {
  private let settings: ProbeSettings
  let rules: ProbeRules
  private let backOff: BackOff
  private let shared: ProbeRunState
  var scheduler: Scheduler
  var budget: RetryBudget
  let requests: ProbeRequests
  var slots = ProbeSlots()
  private var ledger: HostLedger
  private var witness = NetworkWitness()
  var progress = ProbeProgress()
  /// When the queues were looked at last.
  private var looked = ContinuousClock.now
  private var isLastKnown = false
  private var stopped: UncheckedReason?
  private var deadline: ContinuousClock.Instant?
  var robots: RobotsGate?

  enum Message: Sendable {
    case add([ProbeTarget])
    /// No target will be added.
    case close
    case stop(UncheckedReason)
  }

  init(_ settings: ProbeSettings, shared: ProbeRunState) {
    self.settings = settings
    self.shared = shared
    rules = ProbeRules(
      addressGuard: settings.addressGuard, maxHops: settings.maxHops, wallClock: settings.wallClock,
      choices: HostChoices(settings))
    requests = ProbeRequests(settings, choices: rules.choices)
    backOff = BackOff(
      first: settings.backOff, longest: settings.longestWait, random: settings.random)
    scheduler = Scheduler(settings)
    ledger = HostLedger(
      longestWait: settings.longestWait, longestWaitPerHost: settings.longestWaitPerHost,
      failuresUntilDown: settings.failuresUntilHostIsDown)
    budget = RetryBudget(base: settings.retries, perHost: settings.retriesPerHost)
    deadline = settings.maxTime.map { .now + $0 }
    robots =
      settings.heedsRobots ? RobotsGate(agent: RobotsRules.agent(settings.userAgent)) : nil
  }

  mutating func receive(_ message: Message, on core: inout Core) {
    switch message {
    case .add(let targets): for target in targets { add(target, core.now) }
    case .close: isLastKnown = true
    case .stop(let reason): stop(reason, on: &core)
    }
  }

  mutating func complete(_ id: Int, _ reply: Reply, on core: inout Core) {
    if case .reading(let reading) = slots[id] { complete(id, reading, reply, core.now) }
    guard case .going(let job) = slots[id] else { return }
    scheduler.ended(job.host, Self.health(reply), core.now)
    note(reply, of: job.host, core.now)
    witness.note(reply, host: job.host, isNamed: job.ask?.url.isNamed ?? false)
    progress.unreachedHosts = witness.unreachedHosts
    shared.note(reply, of: job.ask, for: job.target, patience: requests.patience)
    let page = job.sink?.reading(of: reply)
    job.sink = nil
    carryOut(job.machine.receive(reply, page), id, job, core.now)
  }

  mutating func turn(on core: inout Core) -> ContinuousClock.Instant? {
    if let deadline, deadline <= core.now, stopped == nil { stop(.outOfTime, on: &core) }
    while core.inFlight < settings.inFlight, let (id, _) = scheduler.next(core.now) {
      start(id, on: &core)
    }
    if isLastKnown, stopped == nil, core.inFlight == 0 {
      while giveUpHostsThatAreDown() {}
    }
    progress.inFlight = core.inFlight
    progress.waitingHosts = scheduler.waitingHosts
    // Looks at every host, so only as often as somebody may see it.
    if looked.duration(to: core.now) >= .milliseconds(200) {
      looked = core.now
      progress.slowest = scheduler.longestQueues(3)
    }
    shared.update(progress, isDone: isLastKnown && progress.probed == progress.total)
    guard core.inFlight < settings.inFlight, let due = scheduler.nextDue else { return deadline }
    return deadline.map { min($0, due) } ?? due
  }

  private mutating func add(_ target: ProbeTarget, _ now: ContinuousClock.Instant) {
    progress.total += 1
    if let stopped {
      report(target, Outcome(event: .skipped(stopped)))
      return
    }
    guard let url = try? WebURL(settings.asked(target.target)) else {
      report(target, Outcome(event: .skipped(.malformed("it cannot be read"))))
      return
    }
    let id = slots.insert(.waiting(target, url))
    scheduler.enqueue(id, host: scheduler.host(url.politeHost, now: now), isContinuing: false)
  }

  private mutating func start(_ id: Int, on core: inout Core) {
    switch slots[id] {
    case .free: break
    case .waiting(let target, let url):
      let host = scheduler.host(url.politeHost, now: core.now)
      let job = ProbeJob(
        target,
        ProbeMachine(
          url.withoutFragment, wanted: target.fragments, wish: target.wish, known: target.known,
          isRemapped: settings.isRemapped(target.target), rules: rules))
      slots[id] = .going(job)
      job.host = host
      switch job.machine.begin() {
      case .ask(let ask):
        job.ask = ask
        send(id, job, on: &core)
      case let step:
        scheduler.ended(host, .neutral, core.now)
        carryOut(step, id, job, core.now)
      }
    case .going(let job): send(id, job, on: &core)
    case .reading(let reading): send(id, reading, on: &core)
    }
  }

  private mutating func send(_ id: Int, _ job: ProbeJob, on core: inout Core) {
    guard let ask = job.ask, isLetThrough(id, job, ask, core.now) else { return }
    guard core.start(requests.request(ask, for: job), id: id) else {
      scheduler.ended(job.host, .neutral, core.now)
      finish(id, job, job.machine.stopped(.failed(.other("this machine has no memory left"))))
      return
    }
    progress.requests += 1
    budget.noteRequest()
  }

  private mutating func carryOut(
    _ step: ProbeStep, _ id: Int, _ job: ProbeJob, _ now: ContinuousClock.Instant
  ) {
    switch step {
    case .ask(let ask):
      aim(job, ask, now)
      scheduler.enqueue(id, host: job.host, isContinuing: true)
    case .confirm(let ask):
      aim(job, ask, now)
      scheduler.enqueue(id, host: job.host, at: now + settings.confirmDelay)
    case .retry(let ask, let wait, let isFree):
      aim(job, ask, now)
      retry(id, job, wait, isFree: isFree, now)
    case .finish(let outcome): finish(id, job, outcome)
    }
  }

  private mutating func aim(_ job: ProbeJob, _ ask: Ask, _ now: ContinuousClock.Instant) {
    job.ask = ask
    job.host = scheduler.host(ask.url.politeHost, now: now)
  }

  private mutating func retry(
    _ id: Int, _ job: ProbeJob, _ wait: ProbeStep.Wait, isFree: Bool,
    _ now: ContinuousClock.Instant
  ) {
    // It could only wait for the trial.
    if ledger.isDown(job.host) {
      return finish(id, job, job.machine.givenUp(or: .failed(.hostDown)))
    }
    switch wait {
    case .server(let duration):
      guard ledger.grants(duration, host: job.host), isFree || budget.take(host: job.host) else {
        break
      }
      ledger.note(duration, host: job.host)
      scheduler.pause(job.host, until: now + duration)
      scheduler.enqueue(id, host: job.host, isContinuing: true)
      return
    case .backOff(let count):
      guard isFree || budget.take(host: job.host) else { break }
      scheduler.enqueue(id, host: job.host, at: now + backOff.wait(count))
      return
    }
    finish(id, job, job.machine.givenUp(or: .failed(.hostDown)))
  }

  mutating func finish(_ id: Int, _ job: ProbeJob, _ outcome: Outcome) {
    slots.remove(id)
    report(job.target, witness.tempered(outcome))
  }

  private mutating func report(_ target: ProbeTarget, _ outcome: Outcome) {
    progress.probed += 1
    switch Policy.judgement(of: outcome, fragment: target.fragments.first).verdict {
    case .alive, .moved: progress.alive += 1
    case .dead: progress.dead += 1
    case .doubtful: progress.doubtful += 1
    case .unchecked: break
    }
    shared.report(target, outcome)
  }

  private mutating func stop(_ reason: UncheckedReason, on core: inout Core) {
    guard stopped == nil else { return }
    stopped = reason
    core.abandonAll()
    scheduler = Scheduler(settings)
    for slot in slots.all {
      switch slot {
      case .free, .reading: break
      case .waiting(let target, _): report(target, Outcome(event: .skipped(reason)))
      case .going(let job): report(job.target, job.machine.stopped(.skipped(reason)))
      }
    }
    slots.removeAll()
  }

  /// Counts connections in a row that came to nothing; enough of them, and the host is down.
  mutating func note(_ reply: Reply, of host: Int, _ now: ContinuousClock.Instant) {
    let isFruitless =
      reply.failure.flatMap { FailureRow($0, detail: "") }?.isUnreachable ?? false
    switch ledger.note(isFruitless: isFruitless, host: host) {
    case .none: break
    case .isDown: scheduler.holdTrial(of: host, from: now + settings.pauseOfHostThatIsDown)
    case .cameBack: scheduler.holdTrial(of: host, from: nil)
    }
  }

  /// Ends what waits for hosts that are down, once nothing else is left to do.
  /// - Returns: whether there was anything; what waited for that may wait for such a host in turn.
  private mutating func giveUpHostsThatAreDown() -> Bool {
    guard !ledger.downHosts.isEmpty, scheduler.isIdle(but: ledger.downHosts) else { return false }
    let ids = ledger.downHosts.sorted().flatMap { scheduler.removeWaiting($0) }
    for id in ids {
      switch slots[id] {
      case .free: break
      case .waiting(let target, _):
        slots.remove(id)
        report(target, Outcome(event: .failed(.hostDown)))
      case .going(let job): finish(id, job, job.machine.givenUp(or: .failed(.hostDown)))
      case .reading(let reading): end(id, reading, .open)
      }
    }
    return !ids.isEmpty
  }

  static func health(_ reply: Reply) -> Scheduler.Health {
    if reply.status == 429 || reply.status == 503 { return .troubled }
    if case .timeout = reply.failure { return .troubled }
    return reply.status == nil ? .neutral : .well(reply.timings.firstByte)
  }
}
