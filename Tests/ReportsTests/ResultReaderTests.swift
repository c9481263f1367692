import Foundation
import Model
import Records
import Reports
import Testing

@Suite struct ResultReaderTests {
  /// What a native report tells, as a run again.
  static func run(readFrom text: String) throws -> SampleRun {
    try Tool.withFolder { folder in
      let file = folder.appending(path: "result.jsonl")
      try Data(text.utf8).write(to: file)
      let reader = try ResultReader(file.path) { (line, origin) throws(ResultError) in
        do throws(JSONError) {
          let reading = try JSONReader().reading(of: line)
          return Document(bytes: line, tape: reading.tape, origin: origin)
        } catch {
          throw ResultError(
            file: "result.jsonl", line: origin.line, column: error.offset + 1,
            .notJSON(error.sentence(in: line)))
        }
      }
      var run = SampleRun(header: Sample.header())
      do throws(ResultError) {
        try reader.read { (event) throws(ResultError) in
          switch event {
          case .header(let header): run.header = header
          case .record(let report): run.records.append(report)
          case .link(let report): run.links.append(report)
          case .result(let result): run.result = result
          }
        }
      } catch {
        throw ResultError(
          file: "result.jsonl", line: error.line, column: error.column, error.reason)
      }
      return run
    }
  }

  /// The first line that differs.
  private static func difference(_ first: String, _ second: String) -> String {
    let lines = zip(first.split(separator: "\n"), second.split(separator: "\n"))
    return lines.first { $0 != $1 }.map { "\($0.suffix(200))\n\($1.suffix(200))" } ?? "lengths"
  }

  /// Every report of the run equals the one that is written from its native report.
  private func expectSameReports(_ run: SampleRun) throws {
    let again = try Self.run(readFrom: run.report(JSONLinesReport.self))
    for isVerbose in [true, false] {
      var options = ReportOptions()
      options.text.isVerbose = isVerbose
      options.text.width = 72
      for format in ReportFormats.all {
        let first = try run.report(format, options: options)
        let second = try again.report(format, options: options)
        let isSame = first.utf8.elementsEqual(second.utf8)
        #expect(isSame, "\(format.name): \(Self.difference(first, second))")
      }
    }
  }

  @Test(arguments: [1_782_400_461, nil], [true, false])
  func `every report can be written from the native one`(
    startedAt: Int?, isComplete: Bool
  ) throws {
    try expectSameReports(Sample.everything(startedAt: startedAt, isComplete: isComplete))
  }

  @Test(arguments: [1_782_400_461, nil]) func `so can those of what settings did`(
    startedAt: Int?
  ) throws {
    let run = Sample.settled(startedAt: startedAt)
    try expectSameReports(run)
    let again = try Self.run(readFrom: run.report(JSONLinesReport.self))
    #expect(again.result.suppressedBy == run.result.suppressedBy)
    #expect(
      again.links.map(\.judgement.beside.archived) == run.links.map(\.judgement.beside.archived))
    #expect(
      again.links.map { $0.judgement.outcome?.isAccepted }
        == run.links.map { $0.judgement.outcome?.isAccepted })
  }

  @Test(arguments: 0..<40) func `so can those of random runs`(seed: UInt64) throws {
    try expectSameReports(RandomRun.run(seed: seed))
  }

  @Test(arguments: OutputInjectionTests.hostile) func `so can those of hostile texts`(
    text: String
  ) throws {
    try expectSameReports(OutputInjectionTests.run(text))
  }

  @Test(arguments: [
    "https://user:hunter2@h.example/?token=abc#sig=x", "see https://u:p@w)x@h/ghp_0123456789abcdef",
    "0123456789abcdef0123&password=x@y", String(repeating: "aé日 b", count: 5_000),
    String(repeating: "x", count: 8_190) + "日日日",
  ]) func `so can those of secrets and long texts`(text: String) throws {
    try expectSameReports(OutputInjectionTests.run(text))
  }

  @Test func `fixes, thresholds and what was left out survive`() throws {
    var run = Sample.everything()
    let start = Sample.span("a.json").start
    var fixes = FixTotals()
    fixes.files = 2
    fixes.fixed = [
      FixedFinding(
        rule: RuleID("language/case"), record: RecordKey("hello"), field: FieldPath("/lang"),
        start: start, message: "write 'en-US'", safety: .safe)
    ]
    fixes.remarks = [
      .file("b.json", .symlink), .takenBack(RuleID("a/b"), at: start), .unfinished(rounds: 10),
    ]
    run.result.fixes = fixes
    run.result.exceeded = ["12 of 100 links are doubtful"]
    run.result.unchanged = 7
    try expectSameReports(run)
    let again = try Self.run(readFrom: run.report(JSONLinesReport.self))
    #expect(again.result == run.result)
  }

  private func reason(of text: String) -> ResultError? {
    do {
      _ = try Self.run(readFrom: text)
      return nil
    } catch {
      return error as? ResultError
    }
  }

  @Test func `a cut report is refused, wherever it was cut`() throws {
    let lines = try Sample.everything().report(JSONLinesReport.self).split(separator: "\n")
    for count in 0..<lines.count {
      let error = reason(of: lines[..<count].map { "\($0)\n" }.joined())
      #expect(error != nil, "\(count) lines")
    }
    let whole = lines.joined(separator: "\n")
    let cut = try #require(reason(of: String(whole.dropLast(3))))
    #expect(cut.line == lines.count)
    guard case .notJSON = cut.reason else {
      Issue.record("\(cut)")
      return
    }
  }

  @Test(arguments: [
    (#""type":"record""#, #""type":"recrod""#, ResultError.Reason.unknownLine("recrod")),
    (#""schema":1"#, #""schema":2"#, .schema(2)),
    (
      #""severity":"note","message""#, #""severity":"fatal","message""#,
      .wrong("severity", expected: "a severity that is known")
    ),
    (#""message":"The tag"#, #""massage":"The tag"#, .missing("message")),
    (#""complete":true"#, #""complete":1"#, .wrong("complete", expected: "true or false")),
    (#""exit":1"#, #""exit":7"#, .wrong("exit", expected: "an exit status of stet")),
    (#""number":3"#, #""number":33"#, .unknownLink(33)),
    (
      #""findingCount":5"#, #""findingCount":4"#,
      .wrong("findingCount", expected: "the number of the findings that follow")
    ),
    (#""offset":511"#, #""offset":-1"#, .wrong("offset", expected: "a whole number from 0")),
    (
      #""seconds":1.234"#, #""seconds":1.2345"#,
      .wrong("seconds", expected: "a number of thousandths from 0")
    ),
    (
      #""startedAt":"2026-06-25"#, #""startedAt":"2026-02-30"#,
      .wrong("startedAt", expected: "a time such as 2026-06-25T14:59:57Z")
    ),
  ]) func `a fault is told with its place`(
    old: String, new: String, reason expected: ResultError.Reason
  ) throws {
    let text = try Sample.everything().report(JSONLinesReport.self)
    let place = try #require(text.range(of: old))
    let error = try #require(reason(of: text.replacingCharacters(in: place, with: new)))
    #expect(error.reason == expected)
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    #expect(error.line == line)
  }
}
