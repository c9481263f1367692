import Links
package import Model
import Pages
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
    var table = LinkTable()
    let links = addresses.map { table.add(destination(of: $0)) }
    var settings = settings
    let readers = PageReaders(readJSON: PageJSON.strict)
    settings.pageReader = { readers.reader(for: $0) }
    for link in links {
      // Where a page is read anyway, all of it is told.
      guard case .target(_, let fragment) = table[link] else { continue }
      if fragment != nil || settings.asksWithGET { table.want(PageWish(form: .html), ofLink: link) }
    }
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
  package func command(for explanation: ProbeExplanation) -> String? {
    let client = CurlLine.Client(
      userAgent: settings.userAgent, fields: ProbeRun.commonFields,
      authorities: settings.authorities, detours: settings.detours)
    return explanation.attempts.last.map { CurlLine.text(for: $0, by: client) }
  }

  private func destination(of address: String) -> Destination {
    let destination = Destination(of: address)
    guard case .target(let target, _) = destination, settings.excludes(target.url) else {
      return destination
    }
    return .unprobed(Href(address), .excluded)
  }
}
