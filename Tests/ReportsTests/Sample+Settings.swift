import Model

extension Sample {
  /// A run in which settings had a part in every link, and local files were judged.
  static func settled(startedAt: Int? = 1_782_400_461) -> SampleRun {
    let unprobed: [(String, UncheckedReason, Judgement)] = [
      (
        "file:///srv/a", .scheme("file"),
        Judgement(verdict: .alive, cause: "file-found", sentence: "The file is there.")
      ),
      (
        "b.html", .relativeWithoutBase,
        Judgement(verdict: .dead, cause: "file-missing", sentence: "There is no such file.")
      ),
      (
        "../c.html", .relativeWithoutBase,
        Judgement(
          verdict: .unchecked, cause: UncheckedReason.outsideRoot.code, sentence: "Not checked.")
      ),
    ]
    let file = "articles/settled.json"
    var links: [JudgedLink] = []
    for (index, judgement) in judgementsBySettings.enumerated() {
      links.append(
        link("https://\(index).example/", judgement, at: span(file, line: index + 1)))
    }
    for (href, reason, judgement) in unprobed + skipped {
      let destination = Destination.unprobed(Href(href), reason)
      let occurrence = LinkOccurrence(
        href: Href(href), role: .body, field: FieldPath("/body_md"),
        span: span(file, line: links.count + 1), bodyPosition: nil, destination: destination)
      links.append(JudgedLink(occurrence: occurrence, judgement: judgement))
    }
    var run = SampleRun(header: header(startedAt: startedAt))
    run.records = [
      record(
        "settled", file: file,
        findings: SuppressionOrigin.allCases.map { origin in
          finding(
            "urls/insecure", .warning, "The address is not https.", at: span(file),
            record: "settled", suppression: Suppression(origin: origin, reason: "Known."))
        }
          + links.filter { $0.judgement.verdict == .dead }.map { link in
            finding(
              "links/dead", .error, "The link is dead.", at: link.occurrence.span,
              record: "settled")
          }, links: links)
    ]
    run.links = links.map {
      LinkReport(
        destination: $0.occurrence.destination, judgement: $0.judgement, occurrences: 1)
    }
    run.count()
    return run
  }

  /// Links that were not asked, for every reason.
  private static var skipped: [(String, UncheckedReason, Judgement)] {
    UncheckedReason.all.map { reason in
      let judgement = Judgement(
        verdict: .unchecked, cause: reason.code, sentence: "Not asked.",
        outcome: Outcome(event: .skipped(reason)))
      return ("https://\(reason.code).example/", reason, judgement)
    }
  }

  private static var judgementsBySettings: [Judgement] {
    var all = Exchange.Settings()
    all.fields = ["Authorization", "X-Key"]
    all.hasCertificate = true
    all.isUnverified = true
    all.proxy = "http://user:secret@proxy.example:3128"
    var some: [Exchange.Settings?] = [all, nil, Exchange.Settings()]
    for change: (inout Exchange.Settings) -> Void in [
      { $0.fields = ["X-Key"] }, { $0.hasCertificate = true }, { $0.isUnverified = true },
      { $0.proxy = "socks5h://proxy.example:1080" },
    ] {
      var settings = Exchange.Settings()
      change(&settings)
      some.append(settings)
    }
    var judgements = some.map { settings in
      Judgement(
        verdict: .alive, cause: "accepted", sentence: "The server answers 403.", status: 403,
        outcome: Outcome(
          event: .answered(Answer(status: 403)), attempts: 1,
          exchange: Exchange(
            method: "HEAD", url: "https://staging.example/a?token=abcdefgh", httpVersion: "1.1",
            settings: settings),
          askedAs: "https://staging.example/a?token=abcdefgh", isAccepted: settings != nil))
    }
    var beside = Judgement.Beside()
    beside.archived = ArchivedCopy(
      url: "https://web.example/2013/http://dead.example/x", date: "2013-09-19")
    let dead = judgement(.dead).with(beside)
    judgements.append(dead)
    judgements.append(dead.failing(FailingSince(time: 1_782_000_000, runs: 3)))
    judgements.append(
      Judgement(
        verdict: .alive, cause: "published", sentence: "A record publishes the page.",
        provenance: .corpus))
    return judgements + failures
  }

  /// Links that gave no answer, for every cause.
  private static var failures: [Judgement] {
    FailureCause.all.map { cause in
      Judgement(
        verdict: .doubtful, cause: cause.code, sentence: "No answer came: \(cause.code).",
        outcome: Outcome(event: .failed(cause), attempts: 3))
    }
  }
}
