/// How far a run of probes has come.
package struct ProbeProgress: Hashable, Sendable {
  /// Targets so far.
  package var total = 0
  /// Targets with an outcome.
  package var probed = 0
  /// Requests under way.
  package var inFlight = 0
  /// Hosts whose requests are held back by their pace or a pause.
  package var waitingHosts = 0
  /// Requests that were sent.
  package var requests = 0

  /// Nothing yet.
  package init() {}
}
