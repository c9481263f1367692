/// What a probe learnt: facts only, no judgement.
package struct Outcome: Hashable, Sendable {
  package let event: Event
  /// The redirects that were followed, in order; the last answer is not among them.
  package let hops: [Hop]
  /// How many attempts were made in all, the confirming ones included.
  package let attempts: Int
  /// What the last exchange looked like; none when nothing was sent.
  package let exchange: Exchange?
  /// The address that was asked in the target's place, where a setting leads there.
  package let askedAs: String?
  /// Whether the status counts as alive only because a setting says so.
  package let isAccepted: Bool

  package init(
    event: Event, hops: [Hop] = [], attempts: Int = 0, exchange: Exchange? = nil,
    askedAs: String? = nil, isAccepted: Bool = false
  ) {
    self.event = event
    self.hops = hops
    self.attempts = attempts
    self.exchange = exchange
    self.askedAs = askedAs
    self.isAccepted = isAccepted
  }

  package enum Event: Hashable, Sendable {
    case answered(Answer)
    case failed(FailureCause)
    case skipped(UncheckedReason)
  }
}

/// A final answer: the status and what was read of the body.
package struct Answer: Hashable, Sendable {
  package let status: Int
  /// The media type and its parameters, as sent; none without the header.
  package let contentType: String?
  /// The vendor of a bot wall whose signature the answer bears: `Cloudflare`.
  package let botWall: String?
  /// What became of each wanted fragment, by the fragment as written.
  package let fragments: [String: FragmentState]
  /// Kept of pages that were read; none where a new request would read nothing either.
  package let validators: Validators?

  package init(
    status: Int, contentType: String? = nil, botWall: String? = nil,
    fragments: [String: FragmentState] = [:], validators: Validators? = nil
  ) {
    self.status = status
    self.contentType = contentType
    self.botWall = botWall
    self.fragments = fragments
    self.validators = validators
  }
}

/// What a server gives so that it can be asked whether a page has changed. RFC 9110, section 8.8.
package struct Validators: Hashable, Sendable {
  /// The field ETag, as sent.
  package let entityTag: String?
  /// The field Last-Modified, as sent.
  package let lastModified: String?

  /// None where the server gave neither.
  package init?(entityTag: String?, lastModified: String?) {
    guard entityTag != nil || lastModified != nil else { return nil }
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// Whether a page has the place that a fragment names.
package enum FragmentState: Hashable, Sendable {
  case found
  /// The page was read to its certain end.
  case missing
  /// The reason, as a phrase: `the page builds its content by script`.
  case undecidable(String)
}

/// One redirect on the way.
package struct Hop: Hashable, Sendable {
  /// What was requested.
  package let url: String
  package let status: Int
  /// The Location header resolved against `url`.
  package let location: String

  package init(url: String, status: Int, location: String) {
    self.url = url
    self.status = status
    self.location = location
  }

  /// Whether the server says that the address is gone for good: 301 or 308.
  package var isPermanent: Bool { status == 301 || status == 308 }
}

/// One request and what it took.
package struct Exchange: Hashable, Sendable {
  package let method: String
  /// What was requested, after all redirects.
  package let url: String
  /// The peer's address with port: `203.0.113.5:443`; none when no connection was made.
  package let address: String?
  /// `1.1`, `2`; none without an answer.
  package let httpVersion: String?
  package let timings: Timings
  /// What the settings added to the request; none where it is as all are.
  package let settings: Settings?

  package init(
    method: String, url: String, address: String? = nil, httpVersion: String? = nil,
    timings: Timings = Timings(), settings: Settings? = nil
  ) {
    self.method = method
    self.url = url
    self.address = address
    self.httpVersion = httpVersion
    self.timings = timings
    self.settings = settings
  }

  /// What may be told of the settings that a request was made with.
  package struct Settings: Hashable, Sendable {
    /// The names of the fields that the origin got; their values are secrets.
    package var fields: [String] = []
    /// Whether a client certificate was at hand.
    package var hasCertificate = false
    /// Whether the server's certificate was taken as it is.
    package var isUnverified = false
    /// The proxy, without its password.
    package var proxy: String?

    package init() {}
  }
}

/// How long each phase took; zero for a phase that was not needed.
package struct Timings: Hashable, Sendable {
  package var nameLookup: Duration = .zero
  package var connect: Duration = .zero
  package var tls: Duration = .zero
  package var firstByte: Duration = .zero
  package var total: Duration = .zero

  package init() {}
}
