import Model

/// A distinct link with its verdict as a line of the native report.
enum VerdictLine {
  /// `isTimed`: whether wall-clock members may be written.
  static func bytes(of report: LinkReport, number: Int, isTimed: Bool) -> [UInt8] {
    let judgement = report.judgement
    return JSONWriter.line { json in
      json.member("type", "link")
      json.member("number", number)
      json.destination(report.destination)
      if case .unprobed(let href, _) = report.destination {
        json.member("href", Redaction.url(href.description))
      }
      json.member("verdict", judgement.verdict.rawValue)
      json.member("cause", judgement.cause)
      json.member("sentence", Redaction.text(judgement.sentence))
      json.member("status", judgement.status)
      json.member("movedTo", judgement.movedTo.map(Redaction.url))
      SettingsEvidence.write(judgement.outcome, to: &json)
      if let copy = judgement.beside.archived {
        json.member("archived") { json in
          json.member("url", Redaction.url(copy.url))
          json.member("date", copy.date)
        }
      }
      json.member("hops", judgement.outcome?.hops ?? []) { json, hop in
        json.object { json in
          json.member("url", Redaction.url(hop.url))
          json.member("status", hop.status)
          json.member("location", Redaction.url(hop.location))
        }
      }
      json.member("attempts", judgement.outcome?.attempts ?? 0)
      json.outcome(judgement.outcome)
      // How long it took is of the run that asked.
      json.exchange(
        judgement.outcome?.exchange, isTimed: isTimed && judgement.provenance == .fresh)
      switch judgement.provenance {
      case .fresh: json.member("provenance", "fresh")
      case .corpus: json.member("provenance", "corpus")
      case .remembered(let time):
        json.member("provenance", "remembered")
        if isTimed {
          json.member("rememberedAt", "\(UTCTime.text(secondsSince1970: time))Z")
        }
      }
      if let failing = judgement.failing {
        json.member("failures", failing.runs)
        if isTimed {
          json.member("failingSince", "\(UTCTime.text(secondsSince1970: failing.time))Z")
        }
      }
      json.member("occurrences", report.occurrences)
    }
  }
}

extension JSONWriter {
  /// What the prober learnt: `{"answered":404}`, `{"failed":"connection-refused"}`.
  fileprivate mutating func outcome(_ outcome: Outcome?) {
    guard let outcome else { return member("outcome", String?.none) }
    member("outcome") { json in
      switch outcome.event {
      case .answered(let answer): json.member("answered", answer.status)
      case .failed(let cause): json.member("failed", cause.code)
      case .skipped(let reason): json.member("skipped", reason.code)
      }
    }
  }

  fileprivate mutating func exchange(_ exchange: Exchange?, isTimed: Bool) {
    guard let exchange else { return member("exchange", String?.none) }
    member("exchange") { json in
      json.member("method", exchange.method)
      json.member("url", Redaction.url(exchange.url))
      json.member("address", exchange.address)
      json.member("httpVersion", exchange.httpVersion)
      json.member("curl", CurlLine.text(for: exchange))
      SettingsEvidence.write(exchange.settings, to: &json)
      guard isTimed else { return }
      let timings = exchange.timings
      json.member("milliseconds") { json in
        json.milliseconds("nameLookup", timings.nameLookup)
        json.milliseconds("connect", timings.connect)
        json.milliseconds("tls", timings.tls)
        json.milliseconds("firstByte", timings.firstByte)
        json.milliseconds("total", timings.total)
      }
    }
  }

  private mutating func milliseconds(_ name: StaticString, _ duration: Duration) {
    self.name(name)
    literal(Counted.decimal(thousandths: duration.microseconds))
  }
}
