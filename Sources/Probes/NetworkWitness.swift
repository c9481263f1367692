internal import Curl
internal import Model

/// Says whether this machine has a network and can look names up at all: a name is called missing
/// only by a resolver that has found another one, or that few hosts speak against.
struct NetworkWitness {
  private var hasReachedHost = false
  private var hostsWithoutWay: Set<Int> = []
  private var hasFoundName = false
  private var hostsWithoutName: Set<Int> = []
  // So many hosts do not vanish at once; a network does.
  private static let enough = 5

  /// Notes what a reply shows of its host's name.
  mutating func note(_ reply: Reply, host: Int, isNamed: Bool) {
    if reply.peer != nil || reply.failure == .connectionRefused {
      hasReachedHost = true
    } else if let failure = reply.failure, Self.isWayless(failure) {
      hostsWithoutWay.insert(host)
    }
    guard isNamed, !hasFoundName else { return }
    if reply.peer != nil {
      hasFoundName = true
    } else if case .name = reply.failure {
      hostsWithoutName.insert(host)
    }
  }

  /// How many hosts were asked in vain, where they are so many and no host was reached that the
  /// network must be at fault; else 0.
  var unreachedHosts: Int {
    hasReachedHost || hostsWithoutWay.count < Self.enough ? 0 : hostsWithoutWay.count
  }

  private static func isWayless(_ failure: TransferFailure) -> Bool {
    switch failure {
    case .name, .unreachable, .proxy, .timeout(.nameLookup), .timeout(.connect): true
    default: false
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
