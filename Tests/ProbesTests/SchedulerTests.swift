import Testing

@testable import Probes

@Suite struct SchedulerTests {
  private let start = ContinuousClock.now

  private func drain(
    _ scheduler: inout Scheduler, at now: ContinuousClock.Instant
  ) -> [Int] {
    var jobs: [Int] = []
    while let (job, _) = scheduler.next(now) { jobs.append(job) }
    return jobs
  }

  @Test func `a host has no more than its connections`() {
    var scheduler = Scheduler(connectionsPerHost: 2, rate: nil)
    let host = scheduler.host("a", now: start)
    for job in 0..<5 { scheduler.enqueue(job, host: host, isContinuing: false) }
    let jobs1 = drain(&scheduler, at: start)
    #expect(jobs1 == [0, 1])
    scheduler.ended(host, .neutral, start)
    let jobs2 = drain(&scheduler, at: start)
    #expect(jobs2 == [2])
  }

  @Test func `a host with limits of its own is asked by them`() {
    var rate = HostRate()
    (rate.start, rate.ceiling) = (1, 1)
    var scheduler = Scheduler(
      connectionsPerHost: 2, rate: nil,
      limits: ["a": HostLimits(connections: 1), "b:8080": HostLimits(rate: rate)])
    for name in ["a", "b", "b:8080"] {
      let host = scheduler.host(name, now: start)
      for job in 0..<2 { scheduler.enqueue(host * 10 + job, host: host, isContinuing: false) }
    }
    #expect(drain(&scheduler, at: start) == [0, 10, 20, 11])
    #expect(drain(&scheduler, at: start + .seconds(1)) == [21])
  }

  @Test func `a full or paced host does not hold up another`() {
    var scheduler = Scheduler(connectionsPerHost: 1, rate: nil)
    let (slow, quick) = (scheduler.host("slow", now: start), scheduler.host("quick", now: start))
    for job in 0..<3 { scheduler.enqueue(job, host: slow, isContinuing: false) }
    scheduler.enqueue(10, host: quick, isContinuing: false)
    let jobs3 = drain(&scheduler, at: start)
    #expect(jobs3 == [0, 10])
  }

  @Test func `hosts take turns`() {
    var scheduler = Scheduler(connectionsPerHost: 6, rate: nil)
    for job in 0..<6 {
      let host = scheduler.host(job < 3 ? "a" : "b", now: start)
      scheduler.enqueue(job, host: host, isContinuing: false)
    }
    let jobs4 = drain(&scheduler, at: start)
    #expect(jobs4 == [0, 3, 1, 4, 2, 5])
  }

  @Test func `what goes on with a probe goes before what begins one`() {
    var scheduler = Scheduler(connectionsPerHost: 6, rate: nil)
    let host = scheduler.host("a", now: start)
    scheduler.enqueue(1, host: host, isContinuing: false)
    scheduler.enqueue(2, host: host, isContinuing: true)
    let jobs5 = drain(&scheduler, at: start)
    #expect(jobs5 == [2, 1])
  }

  @Test func `requests of a host are spaced by its rate`() {
    var scheduler = Scheduler(connectionsPerHost: 6, rate: HostRate())
    let host = scheduler.host("a", now: start)
    for job in 0..<3 { scheduler.enqueue(job, host: host, isContinuing: false) }
    let jobs6 = drain(&scheduler, at: start)
    #expect(jobs6 == [0])
    #expect(scheduler.waitingHosts == 1)
    #expect(scheduler.nextDue == start + .milliseconds(50))
    let jobs7 = drain(&scheduler, at: start + .milliseconds(49))
    #expect(jobs7 == [])
    let jobs8 = drain(&scheduler, at: start + .milliseconds(50))
    #expect(jobs8 == [1])
  }

  @Test func `a pause holds all of a host back`() {
    var scheduler = Scheduler(connectionsPerHost: 6, rate: nil)
    let host = scheduler.host("a", now: start)
    scheduler.enqueue(1, host: host, isContinuing: false)
    scheduler.pause(host, until: start + .seconds(3))
    let jobs9 = drain(&scheduler, at: start + .seconds(2))
    #expect(jobs9 == [])
    #expect(scheduler.nextDue == start + .seconds(3))
    let jobs10 = drain(&scheduler, at: start + .seconds(3))
    #expect(jobs10 == [1])
  }

  @Test func `a host on trial is asked once, and fully when the trial is over`() {
    var scheduler = Scheduler(connectionsPerHost: 4, rate: nil)
    let host = scheduler.host("a", now: start)
    for job in 0..<6 { scheduler.enqueue(job, host: host, isContinuing: false) }
    scheduler.holdTrial(of: host, from: start + .seconds(60))
    let early = drain(&scheduler, at: start + .seconds(59))
    #expect(early == [])
    #expect(scheduler.isIdle(but: [host]))
    #expect(!scheduler.isIdle(but: []))
    let trial = drain(&scheduler, at: start + .seconds(60))
    #expect(trial == [0])
    // It failed: another minute.
    scheduler.ended(host, .neutral, start + .seconds(61))
    scheduler.holdTrial(of: host, from: start + .seconds(121))
    let between = drain(&scheduler, at: start + .seconds(120))
    #expect(between == [])
    let again = drain(&scheduler, at: start + .seconds(121))
    #expect(again == [1])
    scheduler.ended(host, .neutral, start + .seconds(122))
    scheduler.holdTrial(of: host, from: nil)
    let rest = drain(&scheduler, at: start + .seconds(122))
    #expect(rest == [2, 3, 4, 5])
    #expect(scheduler.isIdle(but: []))
  }

  @Test func `a request that backs off holds no connection`() {
    var scheduler = Scheduler(connectionsPerHost: 1, rate: nil)
    let host = scheduler.host("a", now: start)
    scheduler.enqueue(1, host: host, at: start + .seconds(1))
    scheduler.enqueue(2, host: host, isContinuing: false)
    let jobs11 = drain(&scheduler, at: start)
    #expect(jobs11 == [2])
    scheduler.ended(host, .neutral, start)
    let jobs12 = drain(&scheduler, at: start + .seconds(1))
    #expect(jobs12 == [1])
  }

  @Test(arguments: 0..<20)
  func `every request comes out once, in any order of events`(seed: Int) {
    var random = Numbers(seed: UInt64(seed))
    var scheduler = Scheduler(
      connectionsPerHost: 2, rate: seed.isMultiple(of: 2) ? HostRate() : nil)
    var now = start
    var running: [(job: Int, host: Int)] = []
    var seen: [Int] = []
    for job in 0..<200 {
      let host = scheduler.host("host \(job % 7)", now: now)
      switch random.next() % 3 {
      case 0: scheduler.enqueue(job, host: host, isContinuing: true)
      case 1: scheduler.enqueue(job, host: host, isContinuing: false)
      default: scheduler.enqueue(job, host: host, at: now + .milliseconds(random.next() % 900))
      }
    }
    while seen.count < 200 {
      if let next = scheduler.next(now) {
        seen.append(next.job)
        running.append(next)
      } else if let ended = running.popLast() {
        scheduler.ended(ended.host, random.next() % 2 == 0 ? .troubled : .well(.zero), now)
      } else if let due = scheduler.nextDue {
        now = max(now, due)
      } else {
        break
      }
    }
    #expect(seen.sorted() == Array(0..<200))
  }
}

/// A small generator with a seed (xorshift).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33)
  }
}
