internal import Curl
internal import Model
internal import Standards

/// Drives all probes of a run on the engine's loop: every target gets exactly one outcome.
struct Prober: LoopWork {
  private let settings: ProbeSettings
  private let rules: ProbeRules
  private let backOff: BackOff
  private let shared: ProbeRunState
  private var scheduler: Scheduler
  private var budget: RetryBudget
  private var slots: [Slot] = []
  private var free: [Int] = []
  private var ledger: HostLedger
  private var witness = NetworkWitness()
  private var progress = ProbeProgress()
  /// When the queues were looked at last.
  private var looked = ContinuousClock.now
  private var isLastKnown = false
  private var stopped: UncheckedReason?
  private var deadline: ContinuousClock.Instant?
  private var robots: RobotsGate?

  enum Message: Sendable {
    case add([ProbeTarget])
    /// No target will be added.
    case close
    case stop(UncheckedReason)
  }

  /// A target that waits for its turn is a few bytes; one under way has a machine.
  private enum Slot {
    case free
    case waiting(ProbeTarget, WebURL)
    case going(ProbeJob)
    case reading(RobotsReading)
  }

  init(_ settings: ProbeSettings, shared: ProbeRunState) {
    self.settings = settings
    self.shared = shared
    rules = ProbeRules(
      addressGuard: settings.addressGuard, maxHops: settings.maxHops, wallClock: settings.wallClock,
      choices: HostChoices(settings))
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
    guard slots.indices.contains(id) else { return }
    if case .reading(let reading) = slots[id] { complete(id, reading, reply, core.now) }
    guard case .going(let job) = slots[id] else { return }
    scheduler.ended(job.host, Self.health(reply), core.now)
    note(reply, of: job.host, core.now)
    witness.note(reply, host: job.host, isNamed: job.ask?.url.isNamed ?? false)
    shared.note(reply, of: job.ask, for: job.target, patience: patience)
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
    let id = free.popLast() ?? slots.count
    if id == slots.count { slots.append(.free) }
    slots[id] = .waiting(target, url)
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
    let request = request(ask, job)
    guard core.start(request, id: id) else {
      scheduler.ended(job.host, .neutral, core.now)
      finish(id, job, job.machine.stopped(.failed(.other("this machine has no memory left"))))
      return
    }
    progress.requests += 1
    budget.noteRequest()
  }

  private func request(_ ask: Ask, _ job: ProbeJob) -> Request {
    var request = request(ask)
    let sought = job.machine.sought
    let reader = job.target.wish.flatMap { settings.pageReader?($0) }
    if ask.means.method == .get, !sought.isEmpty || reader != nil {
      job.sink = PageSink(sought, page: reader)
      request.sink = job.sink
    }
    return request
  }

  private func request(_ ask: Ask) -> Request {
    var request = Request(url: ask.url.serializedWithoutFragment)
    request.method = ask.means.method
    request.version = ask.means.version
    request.family = ask.means.family
    request.isOnFreshConnection = ask.means.isOnFreshConnection
    request.isUncompressed = ask.means.isUncompressed
    request.cookie = ask.cookie
    request.fields = ask.conditions
    request.isUnverified = rules.choices.isUnverified(ask.url)
    if let origin = rules.choices.origin(of: ask.url) {
      request.fields += origin.fields
      request.identity = origin.identity
    }
    request.patience = patience(ask)
    return request
  }

  private func patience(_ ask: Ask) -> Request.Patience {
    let times = ask.means.isPatient ? 2 : 1
    var patience = Request.Patience()
    patience.connecting = settings.connectTimeout * times
    let timeout = settings.hosts[ask.url.politeHost]?.timeout ?? settings.timeout
    patience.total = timeout * times
    patience.stalling = settings.stallTimeout * times
    return patience
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

  private mutating func finish(_ id: Int, _ job: ProbeJob, _ outcome: Outcome) {
    slots[id] = .free
    free.append(id)
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
    for id in slots.indices {
      switch slots[id] {
      case .free, .reading: break
      case .waiting(let target, _): report(target, Outcome(event: .skipped(reason)))
      case .going(let job): report(job.target, job.machine.stopped(.skipped(reason)))
      }
    }
    slots = []
    free = []
  }

  /// Counts connections in a row that came to nothing; enough of them, and the host is down.
  private mutating func note(_ reply: Reply, of host: Int, _ now: ContinuousClock.Instant) {
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
        slots[id] = .free
        free.append(id)
        report(target, Outcome(event: .failed(.hostDown)))
      case .going(let job): finish(id, job, job.machine.givenUp(or: .failed(.hostDown)))
      case .reading(let reading): end(id, reading, .open)
      }
    }
    return !ids.isEmpty
  }

  private static func health(_ reply: Reply) -> Scheduler.Health {
    if reply.status == 429 || reply.status == 503 { return .troubled }
    if case .timeout = reply.failure { return .troubled }
    return reply.status == nil ? .neutral : .well(reply.timings.firstByte)
  }
}

// Where robots.txt is heeded.
extension Prober {
  /// Whether a request may go now; if not, it is over, or goes when its site's rules are known.
  private mutating func isLetThrough(
    _ id: Int, _ job: ProbeJob, _ ask: Ask, _ now: ContinuousClock.Instant
  ) -> Bool {
    switch robots?.answer(for: ask.url, id: id) {
    case .go, nil: return true
    case .refuse:
      scheduler.ended(job.host, .neutral, now)
      finish(id, job, job.machine.stopped(.skipped(.robots)))
    case .wait: scheduler.ended(job.host, .neutral, now)
    case .read(let reading):
      scheduler.ended(job.host, .neutral, now)
      let readingID = free.popLast() ?? slots.count
      if readingID == slots.count { slots.append(.free) }
      slots[readingID] = .reading(reading)
      reading.host = job.host
      scheduler.enqueue(readingID, host: reading.host, isContinuing: true)
    }
    return false
  }

  private mutating func send(_ id: Int, _ reading: RobotsReading, on core: inout Core) {
    var request = request(Ask(url: reading.url, means: Ask.Means(method: .get)))
    request.sink = reading.sink
    guard core.start(request, id: id) else {
      scheduler.ended(reading.host, .neutral, core.now)
      return end(id, reading, .closed)
    }
    progress.requests += 1
    budget.noteRequest()
  }

  private mutating func complete(
    _ id: Int, _ reading: RobotsReading, _ reply: Reply, _ now: ContinuousClock.Instant
  ) {
    scheduler.ended(reading.host, Self.health(reply), now)
    note(reply, of: reading.host, now)
    switch reading.receive(reply, rules: rules, agent: robots?.agent ?? "") {
    case .ask:
      reading.host = scheduler.host(reading.url.politeHost, now: now)
      scheduler.enqueue(id, host: reading.host, isContinuing: true)
    case .rules(let rules): end(id, reading, rules)
    }
  }

  /// Ends a reading, and lets those go on who waited for it.
  private mutating func end(_ id: Int, _ reading: RobotsReading, _ rules: RobotsRules) {
    slots[id] = .free
    free.append(id)
    for waiting in robots?.learn(rules, by: reading) ?? [] {
      guard case .going(let job) = slots[waiting] else { continue }
      scheduler.enqueue(waiting, host: job.host, isContinuing: true)
    }
  }
}
