import Links
package import Model
package import Probes
package import Reports
import Synchronization

/// `stet probe`: asks addresses and tells all that was seen on the way.
package struct ProbeCheck: Sendable {
  private let addresses: [String]
  private let settings: ProbeSettings
  private let stop = StopFlag()

  package init(addresses: [String], settings: ProbeSettings) {
    self.addresses = addresses
    self.settings = settings
  }

  /// Ends early: what has no answer yet stays unchecked.
  package func interrupt(exit: ExitStatus) { stop.raise(exit) }

  /// Why the process ends, if it was told to.
  package var interruption: ExitStatus? { stop.exit }

  /// Asks, and explains each address in the order in which they were given.
  package func explanations() async -> [ProbeExplanation] {
    let destinations = addresses.map { Destination(of: $0) }
    var table = LinkTable()
    for destination in destinations { _ = table.add(destination) }
    let outcomes = Mutex<[Target: Outcome]>([:])
    let attempts = Mutex<[Target: [Attempt]]>([:])
    let run = ProbeRun(settings) { probed, attempt in
      attempts.withLock { $0[probed.target, default: []].append(attempt) }
    } onOutcome: { probed, outcome in
      outcomes.withLock { $0[probed.target] = outcome }
    }
    stop.onRaise { run.stop(.interrupted) }
    run.add(table.targets)
    await run.finish()
    return zip(addresses, destinations).map { address, destination in
      switch destination {
      case .unprobed(_, let reason):
        return ProbeExplanation(
          address: address, judgement: Policy.judgement(of: Outcome(event: .skipped(reason))),
          attempts: [])
      case .target(let target, let fragment):
        let outcome =
          outcomes.withLock { $0[target] } ?? Outcome(event: .skipped(.interrupted))
        return ProbeExplanation(
          address: address, judgement: Policy.judgement(of: outcome, fragment: fragment),
          attempts: attempts.withLock { $0[target] } ?? [])
      }
    }
  }

  /// The command that repeats the last request, without secrets.
  package static func command(for explanation: ProbeExplanation) -> String? {
    explanation.attempts.last.map { CurlLine.text(for: $0.exchange) }
  }
}
