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
  /// Targets whose last answer is a page.
  package var alive = 0
  /// Targets that are known to be dead, or seem to be: no history is looked at yet.
  package var dead = 0
  /// Targets of which it could not be told.
  package var doubtful = 0
  /// The hosts for which the most requests wait, those first, with their number; three at most.
  package var slowest: [WaitingHost] = []
  /// Requests that were sent.
  package var requests = 0

  /// Hosts that were asked in vain, where they are so many and no host was reached that the network
  /// must be at fault; else 0.
  package var unreachedHosts = 0

  /// Nothing yet.
  package init() {}

  /// A host and how many requests wait for it.
  package struct WaitingHost: Hashable, Sendable {
    package let name: String
    package let count: Int
  }
}
