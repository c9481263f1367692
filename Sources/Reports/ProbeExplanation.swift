package import Model

/// All that is known of one probed address, for people and for programs.
package struct ProbeExplanation: Sendable {
  /// As it was given.
  package let address: String
  package let judgement: Judgement
  /// In the order in which they ended.
  package let attempts: [Attempt]

  package init(address: String, judgement: Judgement, attempts: [Attempt]) {
    self.address = address
    self.judgement = judgement
    self.attempts = attempts
  }

  /// Lines of text; `repeated` is the command that asks again, if anything was asked.
  package func text(isColored: Bool, repeated: String?) -> String {
    let palette = Palette(isColored: isColored)
    var lines = [palette.paint(Self.shown(Redaction.url(address)), .strong)]
    func add(_ label: String, _ text: String) {
      let padded = label + String(repeating: " ", count: max(1, 12 - label.utf8.count))
      lines.append("  \(palette.paint(padded, .faint))\(text)")
    }
    add("verdict", "\(judgement.verdict.rawValue) (\(judgement.cause))")
    add("why", Self.shown(Redaction.text(judgement.sentence, evidence: address)))
    if let movedTo = judgement.movedTo { add("moved to", Self.shown(Redaction.url(movedTo))) }
    if let asked = judgement.outcome?.askedAs { add("asked as", Self.shown(Redaction.url(asked))) }
    for fact in AnswerFacts.all(of: judgement.outcome) {
      add("page", Self.shown("\(fact.name): \(Redaction.text(fact.text))", limit: 300))
    }
    for (number, attempt) in attempts.enumerated() {
      let exchange = attempt.exchange
      lines.append("")
      add("request \(number + 1)", "\(exchange.method) \(Self.shown(Redaction.url(exchange.url)))")
      add("answer", Self.answer(attempt))
      if let peer = Self.peer(attempt) { add("peer", peer) }
      for line in SettingsEvidence.lines(of: exchange.settings) { add(line.label, line.text) }
      add("time", Self.phases(exchange.timings))
      for field in attempt.fields {
        add("field", Self.shown(Redaction.text("\(field.name): \(field.value)"), limit: 300))
      }
    }
    if let repeated {
      lines.append("")
      add("repeat", Self.shown(repeated, limit: 9_000))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line of JSON.
  package func json(repeated: String?) -> [UInt8] {
    JSONWriter.line { json in
      json.member("url", Redaction.url(address))
      json.member("verdict", judgement.verdict.rawValue)
      json.member("cause", judgement.cause)
      json.member("sentence", Redaction.text(judgement.sentence, evidence: address))
      json.member("status", judgement.status)
      json.member("movedTo", judgement.movedTo.map(Redaction.url))
      SettingsEvidence.write(judgement.outcome, to: &json)
      json.member("page", AnswerFacts.all(of: judgement.outcome)) { json, fact in
        json.object { json in
          json.member("name", fact.name)
          json.member("value", Redaction.text(fact.text))
        }
      }
      json.member("attempts", attempts) { json, attempt in
        json.object { json in Self.write(attempt, to: &json) }
      }
      json.member("curl", repeated)
    }
  }

  private static func write(_ attempt: Attempt, to json: inout JSONWriter) {
    let exchange = attempt.exchange
    json.member("method", exchange.method)
    json.member("url", Redaction.url(exchange.url))
    json.member("status", attempt.status)
    json.member("failure", attempt.failure?.code)
    json.member("address", exchange.address)
    json.member("httpVersion", exchange.httpVersion)
    json.member("isOnKeptConnection", attempt.isOnKeptConnection)
    SettingsEvidence.write(exchange.settings, to: &json)
    json.member("milliseconds") { json in
      for phase in ProbePhase.all(of: exchange.timings) {
        json.name(phase.name)
        json.literal(Counted.decimal(thousandths: phase.duration.microseconds))
      }
    }
    json.member("fields", attempt.fields) { json, field in
      json.object { json in
        json.member("name", field.name)
        json.member("value", Redaction.text(field.value))
      }
    }
  }

  private static func answer(_ attempt: Attempt) -> String {
    switch (attempt.status, attempt.failure) {
    case (let status?, nil): "\(status)"
    case (let status?, let failure?): "\(status), then \(failure.code)"
    case (nil, let failure?): "none: \(failure.code)"
    case (nil, nil): "none: the address is not allowed"
    }
  }

  private static func peer(_ attempt: Attempt) -> String? {
    guard let address = attempt.exchange.address else { return nil }
    var parts = [shown(address, limit: 100)]
    if let version = attempt.exchange.httpVersion { parts.append("HTTP/\(version)") }
    if attempt.exchange.url.utf8.starts(with: "https:".utf8), attempt.status != nil {
      let isTrusted = attempt.exchange.settings?.isUnverified != true
      parts.append(isTrusted ? "TLS, certificate trusted" : "TLS, certificate not verified")
    }
    parts.append(attempt.isOnKeptConnection ? "kept connection" : "new connection")
    return parts.joined(separator: ", ")
  }

  private static func phases(_ timings: Timings) -> String {
    ProbePhase.all(of: timings).map { phase in
      "\(phase.label) \(Counted.decimal(thousandths: phase.duration.microseconds)) ms"
    }.joined(separator: ", ")
  }

  private static func shown(_ text: String, limit: Int = 2_000) -> String {
    TerminalText.escaped(text, limit: limit)
  }
}
