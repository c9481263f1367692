import Curl
import Model
import Probes

/// Takes the outcomes of a run.
final class OutcomeCollector: Sendable {
  private let outcomes = Lock<[String: [Outcome]]>([:])

  func take(_ target: ProbeTarget, _ outcome: Outcome) {
    outcomes.withLock { $0[target.target.url, default: []].append(outcome) }
  }

  /// All outcomes by URL.
  var all: [String: [Outcome]] { outcomes.withLock { $0 } }
}

/// Probes the targets and returns their outcomes.
func probe(_ targets: [ProbeTarget], _ settings: ProbeSettings) async -> [String: [Outcome]] {
  let collector = OutcomeCollector()
  let run = ProbeRun(settings) { collector.take($0, $1) }
  run.add(targets)
  await run.finish()
  return collector.all
}

extension ProbeTarget {
  /// A target whose identity is its URL.
  init(_ url: String, _ fragments: [String] = []) {
    self.init(Target(url: url, identity: url), fragments: fragments.map { Fragment($0) })
  }
}

extension ProbeSettings {
  /// Settings for a hostile server: short waits, no rate, the given ports of 127.0.0.1 allowed.
  static func hurried(_ ports: [Int]) -> ProbeSettings {
    var settings = ProbeSettings()
    settings.addressGuard.exemptions = Set(ports.compactMap { Exemption("127.0.0.1:\($0)") })
    settings.rate = nil
    settings.connectionsPerHost = 40
    settings.inFlight = 128
    settings.confirmDelay = .milliseconds(200)
    settings.backOff = .milliseconds(100)
    settings.retries = 1_000
    settings.retriesPerHost = 1_000
    settings.failuresUntilHostIsDown = 1_000
    return settings
  }
}
