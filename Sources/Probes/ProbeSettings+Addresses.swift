internal import Curl
package import Model
internal import Standards

extension ProbeSettings {
  /// What is asked to learn about a target.
  package func asked(_ target: Target) -> String {
    remap?.answer(target.url) ?? target.url
  }

  /// Whether another address is asked in the target's place.
  package func isRemapped(_ target: Target) -> Bool { remap?.answer(target.url) != nil }

  /// An outcome of an earlier run under the same settings, with what they had a part in: the store
  /// keeps only what was learnt.
  package func recalled(_ outcome: Outcome, of target: Target) -> Outcome {
    guard hasChoices else { return outcome }
    let choices = HostChoices(self)
    let asked = asked(target)
    let last = (outcome.exchange?.url).flatMap { try? WebURL($0) }
    var isAccepted = false
    if case .answered(let answer) = outcome.event, let last {
      isAccepted = choices.accepts(answer.status, from: last)
    }
    let exchange = outcome.exchange.map { exchange in
      Exchange(
        method: exchange.method, url: exchange.url, address: exchange.address,
        httpVersion: exchange.httpVersion, timings: exchange.timings,
        settings: last.flatMap(choices.shown))
    }
    return Outcome(
      event: outcome.event, hops: outcome.hops, attempts: outcome.attempts, exchange: exchange,
      askedAs: isRemapped(target) ? asked : nil, isAccepted: isAccepted)
  }
}

extension ProbeSettings {
  /// Whether any outcome can bear a trace of the settings.
  private var hasChoices: Bool {
    remap != nil || !accepted.isEmpty || !origins.isEmpty || !insecureHosts.isEmpty || proxy != nil
      || hosts.contains { $0.value.accepted != nil }
  }
}

extension OriginSettings {
  /// What is shown to a server that asks who we are.
  var identity: Request.Identity? {
    certificate.map { Request.Identity(certificate: $0, key: key) }
  }
}
