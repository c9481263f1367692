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
    let links = destinations.map { table.add($0) }
    let outcomes = Mutex<[Int: Outcome]>([:])
    let attempts = Mutex<[Int: [Attempt]]>([:])
    let run = ProbeRun(settings) { probed, attempt in
      attempts.withLock { $0[probed.number, default: []].append(attempt) }
    } onOutcome: { probed, outcome in
      outcomes.withLock { $0[probed.number] = outcome }
    }
    stop.onRaise { run.stop(.interrupted) }
    run.add(table.probeTargets())
    await run.finish()
    return zip(addresses, links).map { address, link in
      switch table[link] {
      case .unprobed(_, let reason):
        return ProbeExplanation(
          address: address, judgement: Policy.judgement(of: Outcome(event: .skipped(reason))),
          attempts: [])
      case .target(let number, let fragment):
        let outcome =
          outcomes.withLock { $0[number] } ?? Outcome(event: .skipped(.interrupted))
        return ProbeExplanation(
          address: address, judgement: Policy.judgement(of: outcome, fragment: fragment),
          attempts: attempts.withLock { $0[number] } ?? [])
      }
    }
  }

  /// The command that repeats the last request, without secrets.
  package static func command(for explanation: ProbeExplanation) -> String? {
    explanation.attempts.last.map { CurlLine.text(for: $0.exchange) }
  }
}
