@testable import Model

/// Values by chance, the same for a seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// From 0 up to a limit, which is left out. SplitMix64.
  mutating func number(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func text() -> String {
    let pieces = [
      "", "a", "é", "e\u{301}", "\r\n", "\u{0}", "😀", "/x", "long enough for the heap ",
    ]
    return (0..<number(5)).map { _ in pieces[number(pieces.count)] }.joined()
  }

  mutating func maybe<Value>(_ value: (inout Chance) -> Value) -> Value? {
    number(2) == 0 ? nil : value(&self)
  }

  mutating func place() -> SourceLocation {
    SourceLocation(
      file: ["a.json", "b.json"][number(2)], line: number(100_000), column: number(3_000),
      columnInUTF8: number(3_000), offset: number(1 << 40))
  }

  mutating func span() -> SourceSpan { SourceSpan(start: place(), end: place()) }

  mutating func finding() -> Finding {
    var finding = Finding(
      rule: RuleID(text()), severity: Severity.allCases[number(3)], message: text(),
      record: RecordKey(text()), field: FieldPath(text()), span: span(),
      excerpt: maybe { $0.excerpt() },
      related: (0..<number(3)).map { _ in RelatedLocation(message: text(), span: span()) },
      suggestion: maybe { chance in
        Suggestion(
          message: chance.text(), safety: Suggestion.Safety.allCases[chance.number(2)],
          edits: (0..<chance.number(3)).map { _ in
            Edit(span: chance.span(), replacement: chance.text())
          })
      },
      evidence: text(),
      suppression: maybe { chance in
        Suppression(
          origin: SuppressionOrigin.allCases[chance.number(4)], reason: chance.text())
      })
    finding.fingerprint = text()
    return finding
  }

  mutating func excerpt() -> Excerpt {
    let text = Array("one line of some source, and another\n\(text())".utf8)
    let start = number(text.count)
    return Excerpt(of: start..<min(text.count, start + number(20)), in: text)
  }

  mutating func reason() -> UncheckedReason {
    let reasons: [UncheckedReason] = [
      .offline, .scheme(text()), .relativeWithoutBase, .empty, .malformed(text()),
      .privateAddress(text()), .port(number(65_536)), .credentials, .excluded, .interrupted,
      .outOfTime, .outsideRoot, .robots,
    ]
    return reasons[number(reasons.count)]
  }

  mutating func cause() -> FailureCause {
    let causes: [FailureCause] = [
      .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply,
      .timeout(TimeoutPhase.allCases[number(5)]), .certificateExpired, .certificateNotYetValid,
      .certificateSelfSigned, .certificateWrongHost, .certificateUntrusted, .tls, .http2,
      .protocolError(text()), .headersTooLarge, .bodyCut, .encoding, .redirectLoop,
      .tooManyRedirects, .badRedirect(text()), .hostDown, .other(text()),
    ]
    return causes[number(causes.count)]
  }

  mutating func destination() -> Destination {
    if number(3) == 0 { return .unprobed(Href(text()), reason()) }
    return .target(Target(url: text(), identity: text()), fragment: maybe { Fragment($0.text()) })
  }

  mutating func answer() -> Answer {
    let states: [FragmentState] = [.found, .missing, .undecidable(text())]
    var fragments: [Fragment: FragmentState] = [:]
    for _ in 0..<number(4) { fragments[Fragment(text())] = states[number(3)] }
    return Answer(
      status: number(1_000), contentType: maybe { $0.text() }, botWall: maybe { $0.text() },
      fragments: fragments,
      validators: Validators(entityTag: maybe { $0.text() }, lastModified: maybe { $0.text() }))
  }

  mutating func duration() -> Duration {
    let sign: Int64 = number(10) == 0 ? -1 : 1
    return number(3) == 0
      ? Duration(
        secondsComponent: sign * Int64(number(1 << 40)),
        attosecondsComponent: sign * Int64(number(1_000_000_000_000_000_000)))
      : .microseconds(number(100_000_000))
  }

  mutating func outcome() -> Outcome {
    let events: [Outcome.Event] = [.answered(answer()), .failed(cause()), .skipped(reason())]
    return Outcome(
      event: events[number(3)],
      hops: (0..<number(3)).map { _ in
        Hop(url: text(), status: 300 + number(9), location: text())
      },
      attempts: number(9),
      exchange: maybe { chance in
        var timings = Timings()
        timings.nameLookup = chance.duration()
        timings.firstByte = chance.duration()
        timings.total = chance.duration()
        return Exchange(
          method: chance.text(), url: chance.text(), address: chance.maybe { $0.text() },
          httpVersion: chance.maybe { $0.text() }, timings: timings)
      })
  }
}
