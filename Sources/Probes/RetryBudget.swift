/// How often a run asks again: a tenth of its requests and ten more, and a few times a host, so that
/// an outage is not answered with three times the load.
struct RetryBudget {
  private var requests = 0
  private var retries = 0
  private var byHost: [Int: Int] = [:]
  private let base: Int
  private let perHost: Int

  init(base: Int, perHost: Int) {
    self.base = base
    self.perHost = perHost
  }

  mutating func noteRequest() { requests += 1 }

  /// Whether one more retry is within the budget; if so it is taken.
  mutating func take(host: Int) -> Bool {
    guard retries < base + requests / 10, byHost[host, default: 0] < perHost else { return false }
    retries += 1
    byHost[host, default: 0] += 1
    return true
  }
}
