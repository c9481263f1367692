internal import Curl
internal import Model
internal import Standards

/// One probe as a state machine: replies in, requests out, an outcome at the end. Does nothing
/// itself, so it is tested without sockets.
struct ProbeMachine {
  private let wanted: [Fragment]
  private let wish: PageWish?
  private let known: Answer?
  let rules: ProbeRules
  var trail: Trail
  var means: Ask.Means
  private var attempts = 0
  var attemptsOfHop = 0
  private var hasAskedLoopWithGET = false
  var isConfirming = false
  private var exchange: Exchange?
  var pending: Outcome.Event?
  private let isRemapped: Bool
  private var isAccepted = false

  /// A probe of a URL for its status and for the given fragments, as they are written in links.
  init(
    _ start: WebURL, wanted: [Fragment], wish: PageWish? = nil, known: Answer? = nil,
    isRemapped: Bool = false, rules: ProbeRules
  ) {
    self.isRemapped = isRemapped
    self.wanted = wanted
    self.wish = wish
    self.known = known
    self.rules = rules
    trail = Trail(start)
    let wantsBody = wish != nil || !wanted.allSatisfy(Places.isAlwaysThere)
    means = Ask.Means(method: wantsBody ? .get : .head)
    // Half a text looks like a whole one, if it is no HTML.
    means.isUncompressed = wish.map { $0.form != .html } ?? false
  }

  /// The fragments to look for in the next answer. RFC 9110, section 10.2.2: a redirect's own
  /// fragment replaces the link's.
  var sought: [Fragment] {
    if wanted.isEmpty { return [] }
    return trail.fragment.map { [$0] } ?? wanted
  }

  /// The first step.
  mutating func begin() -> ProbeStep {
    let start = trail.start
    if !start.isWeb { return finish(.skipped(.scheme(start.scheme))) }
    if start.hasCredentials { return finish(.skipped(.credentials)) }
    if let refusal = rules.addressGuard.refusal(of: start) { return finish(.skipped(refusal)) }
    return ask(start)
  }

  /// The step after a reply.
  mutating func receive(_ reply: Reply, _ page: PageReading?) -> ProbeStep {
    attempts += 1
    attemptsOfHop += 1
    exchange = Exchange(reply, of: currentAsk)
    trail.note(reply)
    guard let status = reply.status else { return failed(reply) }
    if ProbeRules.redirects.contains(status),
      let location = reply.fields.values("location").first, !location.isEmpty
    {
      switch trail.follow(location, status, rules) {
      case .next(let url): return ask(url)
      case .been: return looped()
      case .over(let event): return finish(event)
      }
    }
    return answered(status, reply, page)
  }

  /// The end of a probe that is not asked again; the event counts if it never was.
  func givenUp(or event: Outcome.Event) -> Outcome { outcome(pending ?? event) }

  /// The end of a probe that is stopped from outside.
  func stopped(_ event: Outcome.Event) -> Outcome { outcome(event) }

  var currentAsk: Ask {
    Ask(
      url: trail.current, means: means, cookie: trail.cookie, validators: validators,
      settings: rules.choices.shown(for: trail.current))
  }

  /// Those of the known page, for as long as nothing has led elsewhere.
  private var validators: Validators? {
    trail.isAtStart && means.method == .get ? known?.validators : nil
  }

  private func outcome(_ event: Outcome.Event) -> Outcome {
    Outcome(
      event: event, hops: trail.hops, attempts: attempts, exchange: exchange,
      askedAs: isRemapped ? trail.start.serializedWithoutFragment : nil, isAccepted: isAccepted)
  }

  func finish(_ event: Outcome.Event) -> ProbeStep { .finish(outcome(event)) }

  private mutating func ask(_ url: WebURL) -> ProbeStep {
    trail.arrive(at: url)
    attemptsOfHop = 0
    if rules.choices.method(for: url) == .get { means.method = .get }
    return .ask(currentAsk)
  }

  private mutating func restart(_ means: Ask.Means, takingCookies: Bool = false) {
    self.means = means
    attemptsOfHop = 0
    trail.restart(takingCookies: takingCookies)
  }

  /// A loop may be one for HEAD only, or one that a cookie ends.
  private mutating func looped() -> ProbeStep {
    if trail.hasIgnoredCookies {
      restart(Ask.Means(method: .get), takingCookies: true)
      return .ask(currentAsk)
    }
    if means.method == .head, !hasAskedLoopWithGET {
      hasAskedLoopWithGET = true
      restart(Ask.Means(method: .get))
      return .ask(currentAsk)
    }
    return finish(.failed(.redirectLoop))
  }

  private mutating func answered(_ status: Int, _ reply: Reply, _ page: PageReading?) -> ProbeStep {
    if status == 304, validators != nil, let known { return finish(.answered(known)) }
    let wall = WallSignature.vendor(status: status, fields: reply.fields)
    let wait = RetryAfter.wait(reply.fields.values("retry-after"), now: rules.wallClock())
    let isAccepted = rules.choices.accepts(status, from: trail.current)
    if means.method == .head, (400..<600).contains(status) {
      // HEAD is never believed when it says no.
      means.method = .get
      guard status == 429 || status == 503, wall == nil, !isAccepted else {
        return .ask(currentAsk)
      }
      pending = .answered(answer(status, reply, wall, [:]))
      return .retry(currentAsk, wait.map { .server($0) } ?? .backOff(0), isFree: true)
    }
    if (200..<300).contains(status), !wanted.isEmpty || wish != nil {
      return judged(status, reply, wall, page)
    }
    if isAccepted {
      self.isAccepted = true
      return finish(.answered(answer(status, reply, wall, FragmentRules.unread(wanted))))
    }
    let event = Outcome.Event.answered(answer(status, reply, wall, [:]))
    if wall != nil { return finish(event) }
    if status == 404 || status == 410 {
      guard !isConfirming else { return finish(event) }
      isConfirming = true
      restart(.plain)
      return .confirm(currentAsk)
    }
    guard attemptsOfHop < rules.choices.attempts(ProbeRules.attempts(status)) else {
      return finish(event)
    }
    return retry(event, wait, .plain)
  }

  mutating func retry(
    _ event: Outcome.Event, _ wait: Duration?, _ means: Ask.Means
  ) -> ProbeStep {
    pending = event
    self.means = means
    return .retry(
      currentAsk, wait.map { .server($0) } ?? .backOff(attemptsOfHop - 1), isFree: false)
  }

  private func answer(
    _ status: Int, _ reply: Reply, _ wall: String?, _ fragments: [Fragment: FragmentState],
    _ page: Page? = nil
  ) -> Answer {
    Answer(
      status: status, contentType: reply.fields.first("content-type"), botWall: wall,
      fragments: fragments,
      validators: fragments.isEmpty && page == nil ? nil : validators(of: reply),
      // What stands on a wall is not the page.
      page: wall == nil ? page : nil)
  }

  /// Of a page that was read at the address that the link has.
  private func validators(of reply: Reply) -> Validators? {
    guard trail.isAtStart else { return nil }
    return Validators(
      entityTag: reply.fields.first("etag"), lastModified: reply.fields.first("last-modified"))
  }

  private mutating func judged(
    _ status: Int, _ reply: Reply, _ wall: String?, _ page: PageReading?
  ) -> ProbeStep {
    if means.method == .head, !sought.allSatisfy(Places.isAlwaysThere) {
      means.method = .get
      return .ask(currentAsk)
    }
    let absent = FragmentRules.absent(status, reply, page)
    let isOpen = sought.contains { page?.found.contains($0) != true && !Places.isAlwaysThere($0) }
    let isCutPerhaps = absent == .askUncompressed && isOpen || page?.facts?.isEndUnseen == true
    if isCutPerhaps, !means.isUncompressed {
      means.isUncompressed = true
      return .ask(currentAsk)
    }
    let states = FragmentRules.states(wanted, sought: sought, absent, page)
    let event = Outcome.Event.answered(answer(status, reply, wall, states, page?.facts))
    if let failure = reply.failure, isOpen || wish != nil, reply.body == .broken,
      let row = FailureRow(failure, detail: ""),
      attemptsOfHop < min(rules.choices.attempts(row.attempts), 2)
    {
      return retry(event, nil, .plain)
    }
    return finish(event)
  }
}
