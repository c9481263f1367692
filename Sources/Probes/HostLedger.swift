/// What a run remembers of its hosts: how long they made it wait, and which of them are down.
struct HostLedger {
  private var records: [Int: Record] = [:]
  private let longestWait: Duration
  private let longestWaitPerHost: Duration
  private let failuresUntilDown: Int

  private struct Record {
    var waited = Duration.zero
    var fruitless = 0
  }

  init(longestWait: Duration, longestWaitPerHost: Duration, failuresUntilDown: Int) {
    self.longestWait = longestWait
    self.longestWaitPerHost = longestWaitPerHost
    self.failuresUntilDown = failuresUntilDown
  }

  /// Whether a host has come to nothing so often that only a trial shows whether it is back.
  func isDown(_ host: Int) -> Bool { downHosts.contains(host) }

  /// Whether a host may make the run wait that long.
  func grants(_ wait: Duration, host: Int) -> Bool {
    wait <= longestWait && (records[host]?.waited ?? .zero) + wait <= longestWaitPerHost
  }

  /// Notes a wait that a host asked for.
  mutating func note(_ wait: Duration, host: Int) {
    records[host, default: Record()].waited += wait
  }

  /// The hosts that are down.
  private(set) var downHosts: Set<Int> = []

  /// Notes whether a connection to a host came to something.
  mutating func note(isFruitless: Bool, host: Int) -> Change {
    guard isFruitless else {
      if records[host]?.fruitless ?? 0 > 0 { records[host]?.fruitless = 0 }
      return downHosts.remove(host) == nil ? .none : .cameBack
    }
    var record = records[host, default: Record()]
    record.fruitless += 1
    records[host] = record
    guard record.fruitless >= failuresUntilDown else { return .none }
    downHosts.insert(host)
    return .isDown
  }

  /// What a connection shows of a host.
  enum Change {
    case none
    /// From now on, or still.
    case isDown
    case cameBack
  }
}
