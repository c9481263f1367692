/// What a run remembers of its hosts: how long they made it wait, and whether they are down.
struct HostLedger {
  private var records: [Int: Record] = [:]
  private let longestWait: Duration
  private let longestWaitPerHost: Duration
  private let failuresUntilDown: Int

  private struct Record {
    var waited = Duration.zero
    var fruitless = 0
    var isDown = false
  }

  init(longestWait: Duration, longestWaitPerHost: Duration, failuresUntilDown: Int) {
    self.longestWait = longestWait
    self.longestWaitPerHost = longestWaitPerHost
    self.failuresUntilDown = failuresUntilDown
  }

  /// Whether a host is not asked any more.
  func isDown(_ host: Int) -> Bool { records[host]?.isDown ?? false }

  /// Whether a host may make the run wait that long.
  func grants(_ wait: Duration, host: Int) -> Bool {
    wait <= longestWait && (records[host]?.waited ?? .zero) + wait <= longestWaitPerHost
  }

  /// Notes a wait that a host asked for.
  mutating func note(_ wait: Duration, host: Int) {
    records[host, default: Record()].waited += wait
  }

  /// Notes whether a connection to a host came to something.
  /// - Returns: whether the host is down since this very one.
  mutating func note(isFruitless: Bool, host: Int) -> Bool {
    guard isFruitless else {
      if records[host]?.fruitless ?? 0 > 0 { records[host]?.fruitless = 0 }
      return false
    }
    var record = records[host, default: Record()]
    record.fruitless += 1
    let isNews = !record.isDown && record.fruitless >= failuresUntilDown
    if isNews { record.isDown = true }
    records[host] = record
    return isNews
  }
}
