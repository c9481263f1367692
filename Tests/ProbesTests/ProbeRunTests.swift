import Curl
import Foundation
import Glibc
import Model
import Probes
import Testing

/// A run against servers that misbehave only a little.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ProbeRunTests {
  private static let shared: Result<HostileServer, any Error> = Result {
    let server = try HostileServer(lifetime: .seconds(100))
    // The last test to need it is not known, so the process's end stops it.
    atexit { try? ProbeRunTests.shared.get().stop() }
    return server
  }

  private let server: HostileServer
  private let base: Int

  init() throws {
    server = try Self.shared.get()
    base = server.basePort
  }

  private func settings(_ offsets: [Int] = [0]) -> ProbeSettings {
    .hurried(offsets.map { base + $0 })
  }

  private func events(_ outcomes: [String: [Outcome]]) -> [Outcome.Event] {
    outcomes.values.flatMap { $0 }.map(\.event)
  }

  @Test func `a run of nothing ends`() async {
    #expect(await probe([], settings()).isEmpty)
  }

  @Test func `every target gets exactly one outcome`() async {
    let targets = (0..<300).map { ProbeTarget("http://127.0.0.1:\(base)/ok?n=\($0)") }
    let outcomes = await probe(targets, settings())
    #expect(outcomes.count == 300)
    #expect(outcomes.values.allSatisfy { $0.count == 1 && $0.first?.attempts == 1 })
  }

  @Test func `targets can be added while others are probed`() async {
    let collector = OutcomeCollector()
    let run = ProbeRun(settings()) { collector.take($0, $1) }
    for batch in 0..<20 {
      run.add((0..<10).map { ProbeTarget("http://127.0.0.1:\(base)/ok?n=\(batch).\($0)") })
      await Task.yield()
    }
    await run.finish()
    #expect(collector.all.count == 200)
    #expect(run.progress.probed == 200)
    #expect(run.progress.total == 200)
    #expect(run.progress.requests == 200)
    #expect(run.progress.inFlight == 0)
  }

  @Test func `a stopped run skips what is not finished, once each`() async {
    let collector = OutcomeCollector()
    let runs = Lock<[ProbeRun]>([])
    let run = ProbeRun(settings()) { target, outcome in
      collector.take(target, outcome)
      runs.withLock { $0.first }?.stop(.interrupted)
    }
    runs.withLock { $0 = [run] }
    run.add((0..<500).map { ProbeTarget("http://127.0.0.1:\(base)/delay?ms=50&n=\($0)") })
    await run.finish()
    runs.withLock { $0 = [] }
    #expect(collector.all.count == 500)
    #expect(collector.all.values.allSatisfy { $0.count == 1 })
    let skipped = events(collector.all).filter { $0 == .skipped(.interrupted) }
    #expect(skipped.count > 300)
  }

  @Test func `what is added to a stopped run is skipped`() async {
    let collector = OutcomeCollector()
    let run = ProbeRun(settings()) { collector.take($0, $1) }
    run.stop(.interrupted)
    run.add([ProbeTarget("http://127.0.0.1:\(base)/ok")])
    await run.finish()
    #expect(events(collector.all) == [.skipped(.interrupted)])
  }

  @Test func `when the time is used up the rest is skipped`() async {
    var settings = settings([0, 4])
    settings.maxTime = .milliseconds(700)
    let silent = (0..<20).map { ProbeTarget("http://127.0.0.1:\(base + 4)/?n=\($0)") }
    let outcomes = await probe(silent, settings)
    #expect(events(outcomes) == Array(repeating: .skipped(.outOfTime), count: 20))
  }

  @Test func `a slow host does not hold up another`() async {
    var settings = settings([0, 4])
    settings.connectionsPerHost = 6
    settings.inFlight = 12
    let order = Lock<[String]>([])
    let runs = Lock<[ProbeRun]>([])
    let run = ProbeRun(settings) { target, _ in
      let count = order.withLock { order in
        order.append(target.target.url)
        return order.count
      }
      if count == 100 { runs.withLock { $0.first }?.stop(.interrupted) }
    }
    runs.withLock { $0 = [run] }
    run.add((0..<10).map { ProbeTarget("http://127.0.0.1:\(base + 4)/?n=\($0)") })
    run.add((0..<100).map { ProbeTarget("http://127.0.0.1:\(base)/ok?n=\($0)") })
    await run.finish()
    runs.withLock { $0 = [] }
    let first = order.withLock { $0.prefix(100) }
    #expect(first.allSatisfy { $0.contains("/ok") })
  }

  @Test func `a host that cannot be connected to is given up`() async {
    var settings = settings([3])
    settings.failuresUntilHostIsDown = 5
    settings.connectionsPerHost = 1
    settings.rate = nil
    let collector = OutcomeCollector()
    let run = ProbeRun(settings) { collector.take($0, $1) }
    run.add((0..<50).map { ProbeTarget("http://127.0.0.1:\(base + 3)/?n=\($0)") })
    await run.finish()
    #expect(events(collector.all).filter { $0 == .failed(.hostDown) }.count > 40)
    #expect(run.progress.requests < 10)
  }

  @Test func `a host that was down is asked again when its pause is over`() async throws {
    let port = try Listener.freePort()
    var settings = ProbeSettings.hurried([port])
    settings.failuresUntilHostIsDown = 5
    settings.connectionsPerHost = 2
    settings.pauseOfHostThatIsDown = .milliseconds(300)
    let collector = OutcomeCollector()
    let listener = Lock<Listener?>(nil)
    let (outcomes, continuation) = AsyncStream<Void>.makeStream()
    let run = ProbeRun(settings) { target, outcome in
      collector.take(target, outcome)
      // The first is told once its host is down, and only then does the host come up.
      listener.withLock { if $0 == nil { $0 = try? Listener(port: port) } }
      continuation.yield()
    }
    run.add((0..<40).map { ProbeTarget("http://127.0.0.1:\(port)/?n=\($0)") })
    // Not before all are judged does the run know that there is nothing else to do.
    var count = 0
    for await _ in outcomes {
      count += 1
      if count == 40 { break }
    }
    await run.finish()
    #expect(collector.all.count == 40)
    let statuses = events(collector.all).compactMap(Self.status)
    #expect(statuses.count >= 36)
    #expect(!events(collector.all).contains(.failed(.hostDown)))
    // The trial, and what the trial let go.
    #expect(run.progress.requests <= 46)
  }

  @Test func `a host that asks to wait is waited for`() async throws {
    let outcomes = await probe(
      [ProbeTarget("http://127.0.0.1:\(base)/429-retry-after?s=1&k=wait")], settings())
    #expect(events(outcomes).map(Self.status) == [200])
    // A later answer comes after the log of an earlier one.
    for flush in 0..<3 {
      _ = await probe([ProbeTarget("http://127.0.0.1:\(base)/ok?f=\(flush)")], settings())
    }
    let times = try server.log().filter { $0.contains("k=wait") }.compactMap(Self.time)
    #expect(times.count == 2)
    // The log's times are those of the answers' ends.
    #expect((times.last ?? 0) - (times.first ?? 0) > 0.9)
  }

  @Test func `the same connection serves a host's later requests`() async throws {
    let targets = (0..<40).map { ProbeTarget("http://127.0.0.1:\(base)/head-405?n=\($0)") }
    var settings = settings()
    settings.connectionsPerHost = 2
    let outcomes = await probe(targets, settings)
    #expect(events(outcomes).map(Self.status) == Array(repeating: 200, count: 40))
  }

  @Test func `an answer's address, version and times are kept`() async throws {
    let outcomes = await probe([ProbeTarget("http://127.0.0.1:\(base)/redirect/1")], settings())
    let outcome = try #require(outcomes.values.first?.first)
    let exchange = try #require(outcome.exchange)
    #expect(exchange.address == "127.0.0.1:\(base)")
    #expect(exchange.httpVersion == "1.1")
    #expect(exchange.url == "http://127.0.0.1:\(base)/ok")
    #expect(exchange.timings.total > .zero)
    #expect(outcome.hops.map(\.status) == [302])
  }

  @Test func `a page is read once for all fragments of its links`() async {
    let target = ProbeTarget("http://127.0.0.1:\(base)/ok?page", ["a", "old", "nowhere"])
    let outcomes = await probe([target], settings())
    #expect(
      events(outcomes).map(Self.fragments) == [["a": .found, "old": .found, "nowhere": .missing]])
    #expect(outcomes.values.first?.first?.attempts == 1)
  }

  @Test func `the environment's proxy is not asked`() async {
    setenv("http_proxy", "http://127.0.0.1:\(base + 1)", 1)
    defer { unsetenv("http_proxy") }
    let outcomes = await probe([ProbeTarget("http://127.0.0.1:\(base)/ok?proxy")], settings())
    #expect(events(outcomes).map(Self.status) == [200])
  }

  private static func status(_ event: Outcome.Event) -> Int? {
    if case .answered(let answer) = event { return answer.status }
    return nil
  }

  private static func fragments(_ event: Outcome.Event) -> [Fragment: FragmentState] {
    if case .answered(let answer) = event { return answer.fragments }
    return [:]
  }

  private static func time(_ line: String) -> Double? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) else { return nil }
    return (object as? [String: Any])?["t"] as? Double
  }
}
