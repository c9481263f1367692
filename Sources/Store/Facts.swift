package import Model

/// An outcome as it is kept, apart from its address: what was verified, and what was found.
package struct Facts: Hashable, Sendable {
  package let event: Event
  /// The status of each redirect and where it led, without a secret in it.
  package let hops: [Redirect]
  package let attempts: Int
  package let method: String?
  package let address: String?
  package let httpVersion: String?

  package enum Event: Hashable, Sendable {
    case answered(Answer)
    case failed(FailureCause)
  }

  package struct Redirect: Hashable, Sendable {
    package let status: Int
    package let location: String
  }

  /// The fragments that were looked for. Those without a state are in a document whose places
  /// nobody looks up.
  package let verified: Set<Fragment>

  /// The facts of an outcome; none for what was not asked, or where a secret would be kept.
  ///
  /// - Parameters:
  ///   - wanted: the fragments that were asked for.
  ///   - isSecret: whether a text holds a secret.
  package init?(_ outcome: Outcome, wanted: [Fragment], isSecret: (String) -> Bool) {
    var verified = Set(wanted.filter { !isSecret("#\($0)") && FactsText.isKept($0.description) })
    switch outcome.event {
    case .skipped: return nil
    case .failed(let cause):
      if let phrase = cause.phrase, isSecret(phrase) || !FactsText.isKept(phrase) { return nil }
      event = .failed(cause)
      verified = []
    case .answered(let answer):
      let states = answer.fragments.filter { verified.contains($0.key) }
      for case (let fragment, .undecidable(let reason)) in states where !FactsText.isKept(reason) {
        verified.remove(fragment)
      }
      if let type = answer.contentType, !FactsText.isKept(type) { return nil }
      event = .answered(
        Answer(
          status: answer.status, contentType: answer.contentType, botWall: answer.botWall,
          fragments: states.filter { verified.contains($0.key) },
          validators: answer.validators.flatMap(FactsText.kept),
          page: answer.page.flatMap { page in
            page.facts.contains { isSecret($0.text) } ? nil : page
          }))
    }
    guard outcome.hops.allSatisfy({ FactsText.isAddress($0.location) && !isSecret($0.location) })
    else { return nil }
    self.verified = verified
    hops = outcome.hops.map { Redirect(status: $0.status, location: $0.location) }
    attempts = outcome.attempts
    method = outcome.exchange?.method
    address = outcome.exchange?.address
    httpVersion = outcome.exchange?.httpVersion
  }

  init(
    event: Event, hops: [Redirect], attempts: Int, method: String?, address: String?,
    httpVersion: String?, verified: Set<Fragment>
  ) {
    self.event = event
    self.hops = hops
    self.attempts = attempts
    self.method = method
    self.address = address
    self.httpVersion = httpVersion
    self.verified = verified
  }

  /// The outcome, of an address that the caller knows; its times are gone.
  package func outcome(of url: String) -> Outcome {
    var current = url
    var way: [Hop] = []
    for hop in hops {
      way.append(Hop(url: current, status: hop.status, location: hop.location))
      current = Self.withoutFragment(hop.location)
    }
    let exchange = method.map {
      Exchange(method: $0, url: current, address: address, httpVersion: httpVersion)
    }
    let event: Outcome.Event =
      switch self.event {
      case .answered(let answer): .answered(answer)
      case .failed(let cause): .failed(cause)
      }
    return Outcome(event: event, hops: way, attempts: attempts, exchange: exchange)
  }

  private static func withoutFragment(_ url: String) -> String {
    guard let hash = url.utf8.firstIndex(of: UInt8(ascii: "#")) else { return url }
    return String(url[..<hash])
  }
}
