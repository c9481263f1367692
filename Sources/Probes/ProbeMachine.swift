internal import Curl
internal import Model
internal import Standards

/// One probe as a state machine: replies in, requests out, an outcome at the end. Does nothing
/// itself, so it is tested without sockets.
struct ProbeMachine {
  private let start: WebURL
  private let wanted: [Fragment]
  private let wish: PageWish?
  private let known: Answer?
  private let rules: ProbeRules
  private var current: WebURL
  private var means: Ask.Means
  private var hops: [Hop] = []
  private var attempts = 0
  private var attemptsOfHop = 0
  private var visited: Set<String> = []
  private var jar: CookieJar?
  private var hasSeenCookies = false
  private var hasAskedLoopWithGET = false
  private var isConfirming = false
  private var overriding: Fragment?
  private var exchange: Exchange?
  private var pending: Outcome.Event?
  private let isRemapped: Bool
  private var isAccepted = false

  /// A probe of a URL for its status and for the given fragments, as they are written in links.
  init(
    _ start: WebURL, wanted: [Fragment], wish: PageWish? = nil, known: Answer? = nil,
    isRemapped: Bool = false, rules: ProbeRules
  ) {
    self.isRemapped = isRemapped
    self.start = start
    self.wanted = wanted
    self.wish = wish
    self.known = known
    self.rules = rules
    current = start
    let wantsBody = wish != nil || !wanted.allSatisfy(Places.isAlwaysThere)
    means = Ask.Means(method: wantsBody ? .get : .head)
    // Half a text looks like a whole one, if it is no HTML.
    means.isUncompressed = wish.map { $0.form != .html } ?? false
  }

  /// The fragments to look for in the next answer. RFC 9110, section 10.2.2: a redirect's own
  /// fragment replaces the link's.
  var sought: [Fragment] {
    if wanted.isEmpty { return [] }
    return overriding.map { [$0] } ?? wanted
  }

  /// The first step.
  mutating func begin() -> ProbeStep {
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
    if !reply.fields.values("set-cookie").isEmpty {
      hasSeenCookies = true
      let host = host
      jar?.take(reply.fields, from: host)
    }
    guard let status = reply.status else { return failed(reply) }
    if ProbeRules.redirects.contains(status),
      let location = reply.fields.values("location").first, !location.isEmpty
    {
      return follow(location, status)
    }
    return answered(status, reply, page)
  }

  /// The end of a probe that is not asked again; the event counts if it never was.
  func givenUp(or event: Outcome.Event) -> Outcome { outcome(pending ?? event) }

  /// The end of a probe that is stopped from outside.
  func stopped(_ event: Outcome.Event) -> Outcome { outcome(event) }

  private var host: String { current.hostText ?? "" }

  private var currentAsk: Ask {
    Ask(
      url: current, means: means, cookie: jar?.cookie(for: host), validators: validators,
      settings: rules.choices.shown(for: current))
  }

  /// Those of the known page, for as long as nothing has led elsewhere.
  private var validators: Validators? {
    hops.isEmpty && means.method == .get && jar == nil ? known?.validators : nil
  }

  private func outcome(_ event: Outcome.Event) -> Outcome {
    Outcome(
      event: event, hops: hops, attempts: attempts, exchange: exchange,
      askedAs: isRemapped ? start.serializedWithoutFragment : nil, isAccepted: isAccepted)
  }

  private func finish(_ event: Outcome.Event) -> ProbeStep { .finish(outcome(event)) }

  private mutating func ask(_ url: WebURL) -> ProbeStep {
    current = url
    attemptsOfHop = 0
    if rules.choices.method(for: url) == .get { means.method = .get }
    visited.insert(key(url))
    return .ask(currentAsk)
  }

  private mutating func restart(_ means: Ask.Means) {
    self.means = means
    hops = []
    visited = []
    overriding = nil
    current = start
    attemptsOfHop = 0
    visited.insert(key(start))
  }

  /// What makes two visits the same: with cookies, a second visit may get another answer.
  private func key(_ url: WebURL) -> String {
    url.serializedWithoutFragment + " " + (jar?.cookie(for: url.hostText ?? "") ?? "")
  }

  private mutating func follow(_ location: [UInt8], _ status: Int) -> ProbeStep {
    guard location.count <= ProbeRules.longestURL else {
      return finish(.failed(.badRedirect("an address of \(location.count) bytes")))
    }
    guard let next = try? URLReading(utf8: location, base: current).url else {
      return finish(.failed(.badRedirect("an address that is no URL")))
    }
    // The secret must not travel into reports.
    if next.hasCredentials || rules.choices.isSecret(location) {
      return finish(.skipped(.credentials))
    }
    hops.append(
      Hop(url: current.serializedWithoutFragment, status: status, location: next.serialized))
    guard next.isWeb else { return finish(.skipped(.scheme(next.scheme))) }
    if let refusal = rules.addressGuard.refusal(of: next) { return finish(.skipped(refusal)) }
    if rules.choices.excludes(next) { return finish(.skipped(.excluded)) }
    if let fragment = next.fragment { overriding = Fragment(fragment) }
    if visited.contains(key(next)) { return looped() }
    guard hops.count <= rules.maxHops else {
      let hasBeenThere = hops.contains { $0.url == next.serializedWithoutFragment }
      return finish(.failed(hasBeenThere ? .redirectLoop : .tooManyRedirects))
    }
    return ask(next)
  }

  /// A loop may be one for HEAD only, or one that a cookie ends.
  private mutating func looped() -> ProbeStep {
    if hasSeenCookies, jar == nil {
      jar = CookieJar()
      restart(Ask.Means(method: .get))
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
    let isAccepted = rules.choices.accepts(status, from: current)
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

  private mutating func retry(
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
    guard hops.isEmpty, jar == nil else { return nil }
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

  /// That a name does not exist is confirmed, not retried.
  private func attempts(_ row: FailureRow) -> Int {
    row.cause == .noSuchName ? row.attempts : rules.choices.attempts(row.attempts)
  }

  private mutating func failed(_ reply: Reply) -> ProbeStep {
    let failure = reply.failure ?? .closedEarly
    guard let row = FailureRow(failure, detail: reply.detail) else {
      let reason = reply.refused.lazy.compactMap(rules.addressGuard.refusal).first
      return finish(.skipped(reason ?? .privateAddress(host)))
    }
    let event = Outcome.Event.failed(row.cause)
    let isGarbage = failure == .notHTTP || failure == .headTooLarge
    // On a kept connection it may be what an earlier answer left over.
    if isGarbage, reply.isOnKeptConnection { return retry(event, nil, .plain) }
    guard attemptsOfHop < attempts(row) else { return finish(event) }
    // What was no HEAD has nothing left to change.
    if isGarbage, means.method == .get { return finish(event) }
    if failure == .name(.noSuchName) {
      guard !isConfirming else { return finish(event) }
      isConfirming = true
      pending = event
      means = .plain
      return .confirm(currentAsk)
    }
    var next = Ask.Means.plain
    next.isUncompressed = means.isUncompressed
    // HEAD alone may be what the server gets wrong in HTTP/2.
    if failure == .http2, means.method == .head { next.version = .http2OverTLS }
    if case .timeout = failure { next.isPatient = true }
    if row.isUnreachable { next.family = .v4 }
    return retry(event, nil, next)
  }
}
