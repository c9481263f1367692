import Model

/// What was learnt of a link, for readers: the answer, the way to it, and how to ask again.
struct LinkEvidence {
  let judgement: Judgement
  /// Whether how long it took may be told.
  let isTimed: Bool

  /// A label and a text each, harmless to print.
  func lines(isVerbose: Bool) -> [(label: String, text: String)] {
    guard let outcome = judgement.outcome else { return [] }
    var lines: [(label: String, text: String)] = []
    lines += SettingsEvidence.lines(of: outcome)
    for hop in outcome.hops.prefix(10) {
      lines.append(
        ("redirect", "\(hop.status) \(Self.shown(hop.url)) -> \(Self.shown(hop.location))"))
    }
    if outcome.hops.count > 10 {
      lines.append(("redirect", "and \(outcome.hops.count - 10) more"))
    }
    if let answer = answer(of: outcome) { lines.append(("answer", answer)) }
    if let failing = judgement.failing {
      lines.append(("failing", Self.words(failing, isTimed: isTimed)))
    }
    if let copy = judgement.beside.archived {
      lines.append(("archived", "\(Self.shown(copy.url)) (\(copy.date))"))
    }
    guard isVerbose else { return lines }
    if case .remembered(let time) = judgement.provenance, isTimed {
      lines.append(("asked", "\(UTCTime.text(secondsSince1970: time))Z, remembered"))
    }
    if let connection = connection(of: outcome) { lines.append(("peer", connection)) }
    if let exchange = outcome.exchange {
      lines.append(("repeat", TerminalText.escaped(CurlLine.text(for: exchange), limit: 9_000)))
    }
    return lines
  }

  private func answer(of outcome: Outcome) -> String? {
    let attempts = Counted.text(outcome.attempts, "attempt")
    switch outcome.event {
    case .answered(let answer):
      let method = outcome.exchange.map { " to \(TerminalText.escaped($0.method, limit: 20))" }
      return "\(answer.status)\(method ?? ""), \(attempts)"
    case .failed(let cause): return "none, \(cause.code), \(attempts)"
    case .skipped: return nil
    }
  }

  private func connection(of outcome: Outcome) -> String? {
    guard let exchange = outcome.exchange, let address = exchange.address else { return nil }
    var parts = [TerminalText.escaped(address, limit: 100)]
    if let version = exchange.httpVersion {
      parts.append("HTTP/\(TerminalText.escaped(version, limit: 20))")
    }
    if isTimed, judgement.provenance == .fresh {
      parts.append("\(exchange.timings.total.milliseconds) ms")
    }
    return parts.joined(separator: ", ")
  }

  private static func words(_ failing: FailingSince, isTimed: Bool) -> String {
    let runs = Counted.text(failing.runs, "run")
    guard isTimed else { return "\(runs) in a row" }
    return "since \(UTCTime.date(secondsSince1970: failing.time)), \(runs) in a row"
  }

  private static func shown(_ url: String) -> String {
    TerminalText.escaped(Redaction.url(url), limit: 500)
  }
}
