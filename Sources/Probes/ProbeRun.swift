internal import Curl
package import Model

/// Probes targets as they come; each gets exactly one outcome, as soon as it is known.
///
/// ```swift
/// let run = ProbeRun(settings) { target, outcome in … }
/// run.add(targets)
/// await run.finish()
/// ```
package final class ProbeRun: Sendable {
  private let engine: Engine<Prober>
  private let state: ProbeRunState

  /// Starts a run that probes nothing yet. Outcomes are given on the loop's thread, one at a time,
  /// in the order in which they become known; whoever takes them must not wait. So are the attempts
  /// that lead to an outcome, for those who want them.
  package init(
    _ settings: ProbeSettings, onAttempt: (@Sendable (ProbeTarget, Attempt) -> Void)? = nil,
    onOutcome: @escaping @Sendable (ProbeTarget, Outcome) -> Void
  ) {
    let state = ProbeRunState(onOutcome, onAttempt)
    self.state = state
    let addressGuard = settings.addressGuard
    // A proxy is connected to wherever it is: whoever asked for it trusts it.
    let isProxied = settings.proxy != nil
    var configuration = Configuration { isProxied || addressGuard.refusal(of: $0) == nil }
    configuration.proxy = settings.proxy
    configuration.userAgent = settings.userAgent
    configuration.fields = Self.commonFields
    configuration.authorities = settings.authorities
    configuration.detours = settings.detours
    if let limit = settings.bodyLimit { configuration.bodyLimit = limit }
    configuration.keptFields =
      [
        "content-type", "etag", "last-modified", "location", "refresh", "retry-after", "set-cookie",
      ]
      + PageHead.names + WallSignature.fields
      + (onAttempt == nil ? [] : Self.shownFields)
    let openFiles = Runtime.raiseOpenFileLimit()
    var settings = settings
    settings.inFlight = max(1, min(settings.inFlight, openFiles / 4))
    configuration.keptConnections = max(settings.inFlight, min(1_024, openFiles / 2))
    let fitting = settings
    engine = Engine(configuration) { Prober(fitting, shared: state) }
  }

  /// The fields of every request, as `Name: value`.
  package static let commonFields = [
    "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language: en",
  ]

  /// What people look for first in an answer's head.
  private static let shownFields = [
    "age", "cache-control", "content-encoding", "content-length", "date",
    "server", "strict-transport-security", "via", "www-authenticate", "x-robots-tag",
  ]

  /// How far the run is; may be read at any time.
  package var progress: ProbeProgress { state.progress }

  /// Adds targets.
  package func add(_ targets: [ProbeTarget]) { engine.post(.add(targets)) }

  /// Ends the run early: every target without an outcome gets `skipped` with this reason.
  package func stop(_ reason: UncheckedReason) { engine.post(.stop(reason)) }

  /// Says that no target will be added, and returns when every target has its outcome.
  package func finish() async {
    await withCheckedContinuation { continuation in
      state.whenDone { continuation.resume() }
      engine.post(.close)
    }
    engine.close()
  }
}
