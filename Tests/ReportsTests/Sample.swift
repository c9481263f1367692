import Model

/// Builds the pieces of runs for tests.
enum Sample {
  static let rules = [
    rule("dates/updated-before-published", .error, mend: "Set updated_at to the last change."),
    rule("language/case", .note, mend: "Write the tag as registered."),
    rule("links/dead", .error, mend: "Link to where the page is now, or remove the link."),
    rule("links/doubtful", .note, mend: "Look at the page yourself."),
    rule("links/moved", .note, mend: "Use the new address."),
    rule("record/not-json", .error, mend: "Write JSON."),
    rule("urls/insecure", .warning, mend: "Use https."),
  ]

  static func rule(_ id: String, _ severity: Severity, mend: String) -> RuleSummary {
    RuleSummary(
      id: RuleID(id), summary: "The fault \(id).", severity: severity,
      scope: id.hasPrefix("links/") ? .link : .record, why: "It matters to readers.", mend: mend)
  }

  static func header(
    startedAt: Int? = 1_782_400_461, failOn: Severity = .error, notRun: [PackNotRun] = []
  ) -> RunHeader {
    let packs = ["dates", "language", "links", "record", "urls"]
    return RunHeader(
      version: "1.0.0", startedAt: startedAt, rules: rules,
      packsRun: packs.filter { pack in !notRun.contains { $0.pack == pack } },
      packsNotRun: notRun, failOn: failOn, rulesOff: [RuleID("urls/tracking")],
      rulesLowered: [RuleID("language/case"), RuleID("urls/insecure")])
  }

  static func span(
    _ file: String, line: Int = 1, column: Int = 1, length: Int = 5, offset: Int? = nil
  ) -> SourceSpan {
    func point(_ shift: Int) -> SourceLocation {
      SourceLocation(
        file: file, line: line, column: column + shift, columnInUTF8: column + shift,
        offset: (offset ?? line * 100 + column) + shift)
    }
    return SourceSpan(start: point(0), end: point(length))
  }

  static func excerpt(_ text: String, marking part: String) -> Excerpt {
    let bytes = Array(text.utf8)
    let mark = Array(part.utf8)
    let start =
      bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.endIndex
    return Excerpt(of: start..<min(start + mark.count, bytes.count), in: bytes)
  }

  static func link(
    _ url: String, fragment: String? = nil, _ judgement: Judgement, at span: SourceSpan
  ) -> JudgedLink {
    JudgedLink(
      occurrence: LinkOccurrence(
        href: Href(url + (fragment.map { "#\($0)" } ?? "")), role: .body,
        field: FieldPath("/body_md"), span: span, bodyPosition: BodyPosition(line: 1, column: 5),
        destination: .target(
          Target(url: url, identity: url), fragment: fragment.map { Fragment($0) })),
      judgement: judgement)
  }

  static func judgement(_ verdict: Verdict) -> Judgement {
    var timings = Timings()
    timings.total = .milliseconds(120)
    timings.connect = .microseconds(1_500)
    func exchange(_ url: String) -> Exchange {
      Exchange(
        method: "GET", url: url, address: "203.0.113.5:443", httpVersion: "2", timings: timings)
    }
    switch verdict {
    case .alive:
      let url = "https://alive.example/"
      return Judgement(
        verdict: .alive, cause: "ok", sentence: "The server answers 200 OK.", status: 200,
        outcome: Outcome(
          event: .answered(Answer(status: 200)), attempts: 1, exchange: exchange(url)),
        provenance: .remembered(1_782_000_000))
    case .moved:
      let hop = Hop(
        url: "https://moved.example/a", status: 301, location: "https://moved.example/b")
      return Judgement(
        verdict: .moved, cause: "moved", sentence: "The page has moved for good.", status: 200,
        movedTo: "https://moved.example/b",
        outcome: Outcome(
          event: .answered(Answer(status: 200)), hops: [hop], attempts: 1,
          exchange: exchange("https://moved.example/b")))
    case .dead:
      let hop = Hop(
        url: "http://dead.example/x", status: 302, location: "https://dead.example/x")
      return Judgement(
        verdict: .dead, cause: "not-found", sentence: "The server answers 404 Not Found.",
        status: 404,
        outcome: Outcome(
          event: .answered(Answer(status: 404)), hops: [hop], attempts: 2,
          exchange: exchange("https://dead.example/x")))
    case .doubtful:
      return Judgement(
        verdict: .doubtful, cause: "timeout-connect",
        sentence: "No connection came about in time.",
        outcome: Outcome(
          event: .failed(.timeout(.connect)), attempts: 3,
          exchange: Exchange(method: "GET", url: "https://slow.example/")))
    case .unchecked:
      return Judgement(
        verdict: .unchecked, cause: "mailto", sentence: "Addresses of mailto are not asked.")
    }
  }

  static func finding(
    _ rule: String, _ severity: Severity, _ message: String, at span: SourceSpan,
    record: String = "hello", field: String = "/body_md", excerpt: Excerpt? = nil,
    related: [RelatedLocation] = [], suggestion: Suggestion? = nil, evidence: String = "",
    suppression: Suppression? = nil
  ) -> Finding {
    var finding = Finding(
      rule: RuleID(rule), severity: severity, message: message, record: RecordKey(record),
      field: FieldPath(field), span: span, excerpt: excerpt, related: related,
      suggestion: suggestion, evidence: evidence, suppression: suppression)
    finding.fingerprint = fingerprint("\(rule) \(span) \(record) \(suppression == nil)")
    return finding
  }

  /// FNV-1a, in hexadecimal.
  private static func fingerprint(_ text: String) -> String {
    String(
      text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 },
      radix: 16)
  }

  static func record(
    _ key: String, file: String, line: Int = 1, isReadable: Bool = true,
    findings: [Finding] = [], links: [JudgedLink] = []
  ) -> RecordReport {
    RecordReport(
      key: RecordKey(key), start: span(file, line: line, length: 0).start, isReadable: isReadable,
      findings: findings, links: links)
  }
}
