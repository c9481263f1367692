internal import Curl
internal import Model

/// Says whether this machine can look names up at all: a name is called missing only by a resolver
/// that has found another one, or that few hosts speak against.
struct NetworkWitness {
  private var hasFoundName = false
  private var hostsWithoutName: Set<Int> = []
  // So many hosts do not vanish at once; a network does.
  private static let enough = 5

  /// Notes what a reply shows of its host's name.
  mutating func note(_ reply: Reply, host: Int, isNamed: Bool) {
    guard isNamed, !hasFoundName else { return }
    if reply.peer != nil {
      hasFoundName = true
    } else if case .name = reply.failure {
      hostsWithoutName.insert(host)
    }
  }

  /// The outcome, unless it says more than this machine can know.
  func tempered(_ outcome: Outcome) -> Outcome {
    guard outcome.event == .failed(.noSuchName), !hasFoundName,
      hostsWithoutName.count >= Self.enough
    else { return outcome }
    return Outcome(
      event: .failed(.nameLookup), hops: outcome.hops, attempts: outcome.attempts,
      exchange: outcome.exchange, askedAs: outcome.askedAs)
  }
}
