/// Says which request may go next. Pure: time comes in, requests come out.
///
/// A waiting request holds no slot, and a host that must wait is not looked at until its time has
/// come, so no host delays another.
struct Scheduler {
  private var hosts: [Host] = []
  private var indices: [String: Int] = [:]
  private var ready = Queue<Int>()
  private var parked = DueHeap<Int>()
  private var delayed = DueHeap<(job: Int, host: Int)>()
  /// Requests that wait in the queues of their hosts.
  private var waiting = 0
  private let connectionsPerHost: Int
  private let rate: HostRate?
  private let limits: [String: HostLimits]

  /// Which queue a host stands in.
  private enum Place { case none, ready, parked, full }

  private struct Host {
    let name: String
    var going = Queue<Int>()
    var waiting = Queue<Int>()
    var inFlight = 0
    var pace: Pace?
    var pausedUntil: ContinuousClock.Instant?
    var isOnTrial = false
    var place = Place.none
    let connections: Int
  }

  /// - Parameter limits: what differs at some hosts, by name.
  init(connectionsPerHost: Int, rate: HostRate?, limits: [String: HostLimits] = [:]) {
    self.limits = limits
    self.connectionsPerHost = connectionsPerHost
    self.rate = rate
  }

  /// Hosts that have requests which their pace or a pause holds back.
  private(set) var waitingHosts = 0

  /// The number of the host with the given name.
  mutating func host(_ name: String, now: ContinuousClock.Instant) -> Int {
    if let index = indices[name] { return index }
    let own = limits[name]
    var host = Host(name: name, connections: own?.connections ?? connectionsPerHost)
    host.pace = (own?.rate ?? rate).map { Pace($0, now: now) }
    hosts.append(host)
    indices[name] = hosts.count - 1
    return hosts.count - 1
  }

  /// Queues a request. One that goes on with a probe goes before those that begin one.
  mutating func enqueue(_ job: Int, host: Int, isContinuing: Bool) {
    waiting += 1
    if isContinuing {
      hosts[host].going.append(job)
    } else {
      hosts[host].waiting.append(job)
    }
    if hosts[host].place == .none { makeReady(host) }
  }

  /// Queues a request once the time has come.
  mutating func enqueue(_ job: Int, host: Int, at due: ContinuousClock.Instant) {
    delayed.insert((job, host), due: due)
  }

  /// Holds all of a host's requests back until the given time.
  mutating func pause(_ host: Int, until: ContinuousClock.Instant) {
    hosts[host].pausedUntil = max(hosts[host].pausedUntil ?? until, until)
  }

  /// Has a host asked one request at a time, from the given time on; nil ends that.
  mutating func holdTrial(of host: Int, from start: ContinuousClock.Instant?) {
    hosts[host].isOnTrial = start != nil
    if let start { pause(host, until: start) }
    if hosts[host].place == .full { makeReady(host) }
  }

  /// The next request that may go now; it counts as in flight.
  mutating func next(_ now: ContinuousClock.Instant) -> (job: Int, host: Int)? {
    while let (job, host) = delayed.pop(at: now) { enqueue(job, host: host, isContinuing: true) }
    while let host = parked.pop(at: now) {
      waitingHosts -= 1
      makeReady(host)
    }
    while let host = ready.popFirst() {
      if let job = take(from: host, now) { return (job, host) }
    }
    return nil
  }

  /// The hosts for which the most requests wait.
  func longestQueues(_ most: Int) -> [ProbeProgress.WaitingHost] {
    var longest: [ProbeProgress.WaitingHost] = []
    for host in hosts where host.going.count + host.waiting.count > 0 {
      let count = host.going.count + host.waiting.count
      guard longest.count < most || count > longest[most - 1].count else { continue }
      let place = longest.firstIndex { $0.count < count } ?? longest.count
      longest.insert(ProbeProgress.WaitingHost(name: host.name, count: count), at: place)
      if longest.count > most { longest.removeLast() }
    }
    return longest
  }

  /// When something may go that may not go now.
  var nextDue: ContinuousClock.Instant? {
    guard let left = delayed.nextDue else { return parked.nextDue }
    return parked.nextDue.map { min($0, left) } ?? left
  }

  /// Notes that a request of the host is over.
  mutating func ended(_ host: Int, _ health: Health, _ now: ContinuousClock.Instant) {
    hosts[host].inFlight -= 1
    switch health {
    case .well(let time): hosts[host].pace?.answered(after: time)
    case .troubled: hosts[host].pace?.troubled(now)
    case .neutral: break
    }
    if hosts[host].place == .full { makeReady(host) }
  }

  /// Whether no request waits but for the given hosts.
  func isIdle(but others: Set<Int>) -> Bool {
    guard delayed.isEmpty else { return false }
    return waiting == others.reduce(0) { $0 + hosts[$1].going.count + hosts[$1].waiting.count }
  }

  /// Removes every request that waits for the host, back-offs apart.
  mutating func removeWaiting(_ host: Int) -> [Int] {
    var jobs: [Int] = []
    while let job = hosts[host].going.popFirst() { jobs.append(job) }
    while let job = hosts[host].waiting.popFirst() { jobs.append(job) }
    waiting -= jobs.count
    return jobs
  }

  /// How the host did with a request.
  enum Health: Equatable {
    case well(Duration)
    case troubled
    case neutral
  }

  private mutating func makeReady(_ host: Int) {
    hosts[host].place = .ready
    ready.append(host)
  }

  private mutating func take(from host: Int, _ now: ContinuousClock.Instant) -> Int? {
    hosts[host].place = .none
    guard !hosts[host].going.isEmpty || !hosts[host].waiting.isEmpty else { return nil }
    guard hosts[host].inFlight < (hosts[host].isOnTrial ? 1 : hosts[host].connections) else {
      hosts[host].place = .full
      return nil
    }
    let due = max(hosts[host].pace?.due ?? now, hosts[host].pausedUntil ?? now)
    guard due <= now else {
      hosts[host].place = .parked
      waitingHosts += 1
      parked.insert(host, due: due)
      return nil
    }
    guard let job = hosts[host].going.popFirst() ?? hosts[host].waiting.popFirst() else {
      return nil
    }
    waiting -= 1
    hosts[host].inFlight += 1
    hosts[host].pace?.take(now)
    if !hosts[host].going.isEmpty || !hosts[host].waiting.isEmpty { makeReady(host) }
    return job
  }
}

extension Scheduler {
  init(_ settings: ProbeSettings) {
    self.init(
      connectionsPerHost: settings.connectionsPerHost, rate: settings.rate, limits: settings.hosts)
  }
}
