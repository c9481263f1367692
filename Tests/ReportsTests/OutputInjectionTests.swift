import Foundation
import Model
import Reports
import Testing

/// Texts of others reach a terminal, a CI server or a reader only as texts.
@Suite struct OutputInjectionTests {
  static let hostile = [
    "\u{1B}[2J \u{1B}]0;x\u{7}", "x\n::error file=a::y", "x\r\n::error::y", "##[error]y",
    "#\u{23}##[group]",
    "a\u{1}b]]>c&d<e\"f'g", "\"\u{301}<\u{338}]]\u{338}>\u{1B}\u{301}[2J",
    "\u{202E}gpj.exe\u{2066}",
    "[[ATTACHMENT|/etc/passwd]]", "[[[ATTACHMENT|x]]",
    "\u{FFFE}\u{FFFF}\u{7F}\u{9B}31m\u{2028}\u{FEFF}\u{200B}",
    "::stop-commands::x", "\u{A0}::warning::x", "\r\n", "\t\u{0}\u{B}",
  ]

  /// A run in which every text of others is this one; what is no prose and no address, such as
  /// file names and codes, may be another.
  static func run(_ text: String, name: String? = nil) -> SampleRun {
    let name = name ?? text
    let span = Sample.span(name, line: 3, column: 2)
    let judgement = Judgement(
      verdict: .dead, cause: "not-found", sentence: text, status: 404, movedTo: text,
      outcome: Outcome(
        event: .answered(Answer(status: 404)),
        hops: [Hop(url: text, status: 301, location: text)], attempts: 1,
        exchange: Exchange(method: name, url: text, address: name, httpVersion: name)))
    let doubtful = Judgement(verdict: .doubtful, cause: name, sentence: text)
    let finding = { (rule: String, severity: Severity, suppression: Suppression?) in
      Sample.finding(
        rule, severity, text, at: span, record: text, field: "/\(text)",
        excerpt: Sample.excerpt("a \(text) b", marking: text),
        related: [RelatedLocation(message: text, span: span)],
        suggestion: Suggestion(
          message: text, safety: .safe, edits: [Edit(span: span, replacement: text)]),
        evidence: text, suppression: suppression)
    }
    var run = SampleRun(header: Sample.header(notRun: [PackNotRun(pack: "pages", reason: name)]))
    run.records = [
      Sample.record(
        text, file: name,
        findings: [
          finding("dates/x", .error, nil), finding("links/dead", .error, nil),
          finding("urls/x", .warning, nil),
          finding("shape/x", .error, Suppression(origin: .record, reason: text)),
        ],
        links: [
          Sample.link(text, fragment: text, judgement, at: span),
          Sample.link("\(text)2", doubtful, at: Sample.span(name, line: 9)),
        ])
    ]
    run.links = run.records[0].links.map {
      LinkReport(
        destination: $0.occurrence.destination, judgement: $0.judgement, occurrences: 1)
    }
    run.count()
    return run
  }

  /// All reports of the run, by name.
  static func reports(_ run: SampleRun) throws -> [(name: String, text: String)] {
    var options = ReportOptions()
    options.text.isVerbose = true
    options.text.width = 60
    var reports = try ReportFormats.all.map { ($0.name, try run.report($0, options: options)) }
    var lines = LinkLines()
    for record in run.records { lines.append(record.links.map(\.occurrence), of: record.key) }
    reports.append(("links", String(decoding: lines.bytes, as: UTF8.self)))
    return reports
  }

  @Test(arguments: hostile) func `no control character but line feeds is written`(
    text: String
  ) throws {
    for (name, report) in try Self.reports(Self.run(text)) {
      let bad = report.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || [0x2028, 0x2029, 0xFEFF, 0x200B, 0xFFFE, 0xFFFF].contains(scalar.value)
      }
      #expect(bad.isEmpty, "\(name)")
    }
  }

  @Test(arguments: hostile) func `no line is a command of GitHub's runner`(text: String) throws {
    // The report for that runner is commands: GitHubReportTests holds that none is of others.
    for (name, report) in try Self.reports(Self.run(text)) where name != "github" {
      let bytes = Array(report.utf8)
      #expect(!bytes.contains(sequence: "##["), "\(name)")
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let trimmed = String(decoding: line, as: UTF8.self).unicodeScalars
          .drop { $0.properties.isWhitespace }
        #expect(!trimmed.starts(with: "::".unicodeScalars), "\(name): \(String(trimmed))")
      }
    }
  }

  @Test(arguments: hostile) func `XML is well formed and means what was written`(
    text: String
  ) throws {
    let report = try Self.run(text).report(JUnitReport.self)
    try Tool.withFolder { folder in
      let file = folder.appending(path: "junit.xml")
      try Data(report.utf8).write(to: file)
      let answer = try Tool.run("xmllint", ["--noout", file.path])
      #expect(answer.status == 0, "\(answer.output)")
    }
    let document = JUnitDocument(report)
    #expect(document.isWellFormed)
    let message = document.elements("failure").first?.attributes["message"]
    let expected = TerminalText.escaped("dates/x: \(text)")
      .replacing("[[ATTACHMENT|", with: #"[[ATTACHMENT\u{7C}"#)
    #expect(message.map { Array($0.utf8) } == Array(expected.utf8))
    // An attachment is looked for in the parsed text.
    #expect(document.all.allSatisfy { !$0.text.contains("[[ATTACHMENT|") })
    // As many elements as with a harmless text.
    let harmless = JUnitDocument(try Self.run("harmless").report(JUnitReport.self))
    #expect(document.all.map(\.name) == harmless.all.map(\.name))
  }

  @Test(arguments: hostile) func `JSON means what was written`(text: String) throws {
    let report = try Self.run(text).report(JSONLinesReport.self)
    let line = try #require(
      report.split(separator: "\n").first { $0.contains(#""type":"finding""#) })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect((object["message"] as? String).map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(arguments: ["title", "https://h.example/"]) func `a long text is cut and says so`(
    start: String
  ) throws {
    let text = start + String(repeating: "aé日", count: 200_000)
    for (name, report) in try Self.reports(Self.run(text)) {
      #expect(report.utf8.count < 3_000_000, "\(name)")
      #expect(report.contains("... (\(text.unicodeScalars.count)") || name != "text", "\(name)")
      #expect(report.contains("... (") || name == "prometheus", "\(name)")
    }
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: String) -> Bool {
    indices.contains { self[$0...].starts(with: sequence.utf8) }
  }
}
