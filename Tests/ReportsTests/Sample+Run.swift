import Model

extension Sample {
  /// A run with every severity and verdict, and a finding for each origin of an excuse.
  static func everything(
    startedAt: Int? = 1_782_400_461, isComplete: Bool = true
  ) -> SampleRun {
    var run = SampleRun(
      header: header(startedAt: startedAt, notRun: [PackNotRun(pack: "pages", reason: "offline")]))
    run.records = [
      hello, record("clean", file: "articles/clean.json"), broken, lines(1), lines(2), excused,
    ]
    let verdicts: [(String, Verdict, Int)] = [
      ("https://alive.example/", .alive, 2), ("http://dead.example/x", .dead, 1),
      ("https://moved.example/a", .moved, 1), ("https://slow.example/", .doubtful, 1),
    ]
    run.links = verdicts.map { url, verdict, count in
      LinkReport(
        destination: .target(Target(url: url, identity: url), fragment: nil),
        judgement: judgement(verdict), occurrences: count)
    }
    run.links.append(
      LinkReport(
        destination: .unprobed(Href("mailto:desk@example.org"), .scheme("mailto")),
        judgement: judgement(.unchecked), occurrences: 1))
    run.count(exit: isComplete ? nil : .interrupted)
    run.result.requests = 9
    run.result.isComplete = isComplete
    run.result.duration = startedAt == nil ? nil : .milliseconds(1_234)
    return run
  }

  private static var hello: RecordReport {
    let file = "articles/hello.json"
    let body =
      #"  "body_md": "See [日本語の記事](http://dead.example/x) and [b](https://moved.example/a).","#
    let dead = span(file, line: 7, column: 30, length: 21)
    let moved = span(file, line: 7, column: 60, length: 23)
    return record(
      "hello", file: file,
      findings: [
        finding(
          "language/case", .note, "The tag 'EN-us' is usually written 'en-US'.",
          at: span(file, line: 5, column: 11, length: 7), field: "/lang",
          excerpt: excerpt(#"  "lang": "EN-us","#, marking: #""EN-us""#),
          suggestion: Suggestion(
            message: "write 'en-US'", safety: .safe,
            edits: [
              Edit(
                span: span(file, line: 5, column: 11, length: 7), replacement: #""en-US""#)
            ])),
        finding(
          "links/dead", .error, "The link 'http://dead.example/x' is dead: 404 Not Found.",
          at: dead, excerpt: excerpt(body, marking: "http://dead.example/x"),
          evidence: "http://dead.example/x"),
        finding(
          "links/moved", .note, "The page has moved to 'https://moved.example/b' for good.",
          at: moved, excerpt: excerpt(body, marking: "https://moved.example/a"),
          evidence: "https://moved.example/a"),
        finding(
          "dates/updated-before-published", .error,
          "updated_at ('2026-06-25 14:59:45+00:00') is 12 s before published_at "
            + "('2026-06-25 14:59:57+00:00').",
          at: span(file, line: 9, column: 17, length: 27), field: "/updated_at",
          excerpt: excerpt(
            #"  "updated_at": "2026-06-25 14:59:45+00:00","#,
            marking: #""2026-06-25 14:59:45+00:00""#),
          related: [
            RelatedLocation(
              message: "published_at", span: span(file, line: 8, column: 19, length: 27))
          ]),
        finding(
          "urls/insecure", .warning, "The address 'http://example.org/hello' is not https.",
          at: span(file, line: 10, column: 10, length: 26), field: "/url",
          excerpt: excerpt(
            #"  "url": "http://example.org/hello""#, marking: #""http://example.org/hello""#)),
      ],
      links: [
        link("http://dead.example/x", judgement(.dead), at: dead),
        link("https://moved.example/a", judgement(.moved), at: moved),
        link("https://alive.example/", judgement(.alive), at: span(file, line: 12, column: 3)),
        link("https://alive.example/", judgement(.alive), at: span(file, line: 13, column: 3)),
      ])
  }

  private static var broken: RecordReport {
    let file = "articles/broken.json"
    return record(
      "\(file):1", file: file, isReadable: false,
      findings: [
        finding(
          "record/not-json", .error, "A value is expected here, not '}'.",
          at: span(file, line: 1, column: 8, length: 1), record: "\(file):1", field: "",
          excerpt: excerpt(#"{"a":1,}"#, marking: "}"))
      ])
  }

  private static func lines(_ line: Int) -> RecordReport {
    let file = "more/articles.jsonl"
    let place = span(file, line: line, column: 40, length: 21)
    guard line == 1 else {
      let mail = Sample.span(file, line: line, column: 20)
      return record(
        "second", file: file, line: line,
        links: [
          JudgedLink(
            occurrence: LinkOccurrence(
              href: Href("mailto:desk@example.org"), role: .body, field: FieldPath("/body_md"),
              span: mail, bodyPosition: BodyPosition(line: 1, column: 1),
              destination: .unprobed(Href("mailto:desk@example.org"), .scheme("mailto"))),
            judgement: judgement(.unchecked))
        ])
    }
    return record(
      "first", file: file, line: line,
      findings: [
        finding(
          "links/doubtful", .note, "The link 'https://slow.example/' could not be checked.",
          at: place, record: "first", evidence: "https://slow.example/"),
        finding(
          "urls/insecure", .warning, "The address 'http://example.org/first' is not https.",
          at: span(file, line: line, column: 80), record: "first", field: "/url",
          suppression: Suppression(origin: .record, reason: "The old site has no https.")),
      ],
      links: [link("https://slow.example/", judgement(.doubtful), at: place)])
  }

  /// A record whose every finding is excused, by whoever may excuse one.
  private static var excused: RecordReport {
    let file = "more/excused.json"
    let reasons: [SuppressionOrigin: String] = [
      .record: "The old site has no https.", .markdown: "Quoted as it was.",
      .configuration: "The archive stays as it is.", .baseline: "Known on 2026-06-01.",
    ]
    return record(
      "excused", file: file,
      findings: SuppressionOrigin.allCases.enumerated().map { index, origin in
        let place = span(file, line: index + 2, column: 10, length: 26)
        return finding(
          ["urls/insecure", "links/dead", "language/case", "dates/updated-before-published"][index],
          [.warning, .error, .note, .error][index], "Something is excused by \(origin.rawValue).",
          at: place, record: "excused", field: ["/url", "/body_md", "/lang", "/updated_at"][index],
          suppression: Suppression(origin: origin, reason: reasons[origin] ?? ""))
      })
  }
}
