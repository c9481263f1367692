internal import Curl
internal import Model
internal import Standards

// Where robots.txt is heeded.
extension Prober {
  /// Whether a request may go now; if not, it is over, or goes when its site's rules are known.
  mutating func isLetThrough(
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
      let readingID = slots.insert(.reading(reading))
      reading.host = job.host
      scheduler.enqueue(readingID, host: reading.host, isContinuing: true)
    }
    return false
  }

  mutating func send(_ id: Int, _ reading: RobotsReading, on core: inout Core) {
    var request = requests.request(Ask(url: reading.url, means: Ask.Means(method: .get)))
    request.sink = reading.sink
    guard core.start(request, id: id) else {
      scheduler.ended(reading.host, .neutral, core.now)
      return end(id, reading, .closed)
    }
    progress.requests += 1
    budget.noteRequest()
  }

  mutating func complete(
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
  mutating func end(_ id: Int, _ reading: RobotsReading, _ rules: RobotsRules) {
    slots.remove(id)
    for waiting in robots?.learn(rules, by: reading) ?? [] {
      guard case .going(let job) = slots[waiting] else { continue }
      scheduler.enqueue(waiting, host: job.host, isContinuing: true)
    }
  }
}
