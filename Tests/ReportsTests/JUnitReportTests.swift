import Foundation
import Model
import Reports
import Testing

@Suite struct JUnitReportTests {
  private func text(_ run: SampleRun) throws -> String { try run.report(JUnitReport.self) }

  private func document(_ run: SampleRun) throws -> JUnitDocument {
    JUnitDocument(try text(run))
  }

  private func run(_ records: [RecordReport], failOn: Severity = .error) -> SampleRun {
    var run = SampleRun(header: Sample.header(failOn: failOn))
    run.records = records
    run.count()
    return run
  }

  private func testcase(_ name: String, in document: JUnitDocument) throws -> JUnitDocument.Element
  {
    try #require(document.cases.first { $0.attributes["name"] == name })
  }

  @Test(arguments: [true, false]) func `xmllint accepts it by the schema of Jenkins`(
    isComplete: Bool
  ) throws {
    guard let schema = Tool.schema("jenkins-junit-10.xsd") else { return }
    let text = try text(Sample.everything(isComplete: isComplete))
      .replacing(#/ file="[^"]*" line="[^"]*"/#, with: "")
    try Tool.withFolder { folder in
      let file = folder.appending(path: "junit.xml")
      try Data(text.utf8).write(to: file)
      let answer = try Tool.run("xmllint", ["--noout", "--schema", schema, file.path])
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  @Test(arguments: [
    (JUnitOptions.Profile.strict, "windyroad-JUnit.xsd"), (.strict, "jenkins-junit-10.xsd"),
    (.single, "surefire-test-report.xsd"), (.single, "jenkins-junit-10.xsd"),
  ]) func `each profile is valid by the schemas of its readers`(
    profile: JUnitOptions.Profile, schema: String
  ) throws {
    guard let schema = Tool.schema(schema) else { return }
    var options = ReportOptions()
    options.junit.profile = profile
    for granularity in JUnitOptions.Granularity.allCases {
      options.junit.granularity = granularity
      for (name, run) in ForeignReaderTests.runs {
        try Tool.withFolder { folder in
          let file = folder.appending(path: "junit.xml")
          try Data(run.report(JUnitReport.self, options: options).utf8).write(to: file)
          let answer = try Tool.run("xmllint", ["--noout", "--schema", schema, file.path])
          #expect(answer.status == 0, "\(name): \(answer.output)")
        }
      }
    }
  }

  @Test func `a long report is several files, none too long, and the last says how it went`() throws
  {
    var options = ReportOptions()
    options.junit.casesInFile = 20
    let records = (1...10).map { number in
      let bad = Sample.finding(
        "dates/x", .error, "Wrong.", at: Sample.span("a.jsonl", line: number), record: "r\(number)")
      return Sample.record(
        "r\(number)", file: "a.jsonl", line: number, findings: number == 1 ? [bad] : [])
    }
    let run = run(records)
    try Tool.withFolder { folder in
      var reports = try ReportSet(
        [try ReportRequest(parsing: "junit=\(folder.path)/x/stet.xml")], options: options)
      reports.begin(run.header)
      for record in run.records { reports.record(record) }
      reports.finish(run.result)
      #expect(reports.failures.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "x").path
      ).sorted()
      #expect(names == ["stet-0001.xml", "stet-0002.xml", "stet.xml"])
      var cases = 0
      for name in names {
        let file = folder.appending(path: "x/\(name)")
        let document = JUnitDocument(try String(contentsOf: file, encoding: .utf8))
        #expect(document.cases.count <= 20)
        #expect(document.root.count("tests") == document.cases.count)
        cases += document.cases.count
        if name == "stet.xml" { #expect(document.isRed) }
      }
      #expect(cases == JUnitDocument(try run.report(JUnitReport.self)).cases.count)
    }
  }

  @Test func `passing cases are left out and counted where that is asked for`() throws {
    var options = ReportOptions()
    options.junit.passing = .omit
    let document = JUnitDocument(
      try Sample.everything().report(JUnitReport.self, options: options))
    let all = try self.document(Sample.everything())
    let left = all.cases.count - document.cases.count
    #expect(left > 0 && document.cases.allSatisfy { !$0.children.isEmpty || !$0.text.isEmpty })
    let counted = document.all.filter { $0.attributes["name"] == "passed.omitted" }
      .compactMap { $0.attributes["value"].flatMap { Int($0) } }.reduce(0, +)
    #expect(counted == left)
  }

  @Test func `junitparser reads it and finds it red only when it is`() throws {
    try Tool.withFolder { folder in
      let red = folder.appending(path: "red.xml")
      try Data(try text(Sample.everything()).utf8).write(to: red)
      #expect(try Tool.python("junitparser", ["verify", red.path]).status == 1)
      let green = folder.appending(path: "green.xml")
      let clean = run([Sample.record("clean", file: "a.json")])
      try Data(try text(clean).utf8).write(to: green)
      let answer = try Tool.python("junitparser", ["verify", green.path])
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  @Test func `junit2html makes a page of it`() throws {
    try Tool.withFolder { folder in
      let file = folder.appending(path: "junit.xml")
      try Data(try text(Sample.everything()).utf8).write(to: file)
      let page = folder.appending(path: "junit.html")
      let answer = try Tool.python("junit2html", [file.path, page.path])
      #expect(answer.status == 0, "\(answer.output)")
      let html = String(decoding: try Data(contentsOf: page), as: UTF8.self)
      #expect(html.contains("links/dead") && html.contains("[hello] dates"))
    }
  }

  @Test func `the counts are those of the elements`() throws {
    let document = try document(Sample.everything())
    #expect(document.root.count("tests") == document.cases.count)
    #expect(document.root.count("failures") == document.elements("failure").count)
    #expect(document.root.count("errors") == document.elements("error").count)
    for (count, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
      let sum = document.suites.reduce(0) { $0 + $1.count(count) }
      #expect(sum == document.elements(element).count)
    }
    for suite in document.suites {
      #expect(suite.count("tests") == suite.children.count { $0 == "testcase" })
    }
  }

  @Test func `one testcase starts on a line`() throws {
    let lines = try text(Sample.everything()).split(separator: "\n")
    #expect(lines.allSatisfy { $0.split(separator: "<testcase").count <= 2 })
    let document = try document(Sample.everything())
    #expect(lines.count { $0.contains("<testcase") } == document.cases.count)
  }

  @Test func `a link is one testcase, however often it stands in the record`() throws {
    let document = try document(Sample.everything())
    let names = document.cases.compactMap { $0.attributes["name"] }
    #expect(names.count { $0 == "[hello] link https://alive.example/" } == 1)
  }

  @Test func `names are the same whether a record passes or fails`() throws {
    let span = Sample.span("a.json")
    let link = { (verdict: Verdict) in
      Sample.link("https://h.example/", Sample.judgement(verdict), at: span)
    }
    let dead = Sample.finding("links/dead", .error, "The link is dead.", at: span)
    let late = Sample.finding(
      "dates/updated-before-published", .error, "Too early.", at: Sample.span("a.json", line: 4))
    let bad = Sample.record("a", file: "a.json", findings: [dead, late], links: [link(.dead)])
    let good = Sample.record("a", file: "a.json", links: [link(.alive)])
    let names = { (record: RecordReport) in
      try document(run([record])).cases.map { $0.attributes["name"] }
    }
    #expect(try names(bad) == names(good))
  }

  @Test func `equal names in a suite are told apart`() throws {
    let record = Sample.record("same", file: "a.jsonl")
    let document = try document(run([record, record, record]))
    let names = document.cases.compactMap { $0.attributes["name"] }
    #expect(Set(names).count == names.count)
    #expect(names.contains("[same] dates (2)") && names.contains("[same] dates (3)"))
  }

  @Test func `a file of lines has a suite for each shard, whole or not`() throws {
    var options = ReportOptions()
    options.junit.recordsInSuite = 2
    let run = run(
      (1...3).map { Sample.record("r\($0)", file: "a.jsonl.gz", line: $0) }
        + [Sample.record("b", file: "b.json")]
        + (1...3).map { Sample.record("c\($0)", file: "c.json", line: $0) })
    let document = JUnitDocument(try run.report(JUnitReport.self, options: options))
    #expect(
      document.suites.map { $0.attributes["name"] } == [
        "a.jsonl.gz#000001-000002", "a.jsonl.gz#000003-000004", "b.json", "c.json#000001-000002",
        "c.json#000003-000004", "stet",
      ])
  }

  @Test func `what could not be checked is skipped until it fails the run`() throws {
    let span = Sample.span("a.json")
    let link = Sample.link("https://slow.example/", Sample.judgement(.doubtful), at: span)
    let name = "[a] link https://slow.example/"
    for (severity, element) in [(Severity.note, "skipped"), (.error, "error")] {
      let finding = Sample.finding("links/doubtful", severity, "Not checked.", at: span)
      let record = Sample.record("a", file: "a.json", findings: [finding], links: [link])
      let document = try document(run([record]))
      #expect(try testcase(name, in: document).children.first == element)
    }
  }

  @Test(arguments: [
    (Severity.note, Severity.warning, "system-out"), (.warning, .error, "system-out"),
    (.warning, .warning, "failure"), (.note, .note, "failure"), (.error, .error, "failure"),
  ]) func `a finding is red from the severity that fails the run`(
    severity: Severity, failOn: Severity, element: String
  ) throws {
    let finding = Sample.finding("dates/x", severity, "Wrong.", at: Sample.span("a.json"))
    let record = Sample.record("a", file: "a.json", findings: [finding])
    let document = try document(run([record], failOn: failOn))
    #expect(try testcase("[a] dates", in: document).children == [element])
  }

  @Test func `the text repeats the message, place first`() throws {
    let failure = try #require(document(Sample.everything()).elements("failure").first)
    #expect(
      failure.text.hasPrefix("articles/hello.json:9:17: error dates/updated-before-published\n"))
    #expect(failure.text.contains("updated_at ('2026-06-25 14:59:45+00:00') is 12 s before"))
    #expect(failure.text.contains("help: Set updated_at"))
    #expect(failure.attributes["type"] == "dates/updated-before-published")
  }

  @Test func `no records are one error`() throws {
    var run = run([])
    run.count(exit: .trouble)
    let document = try document(run)
    #expect(document.cases.count == 1)
    #expect(document.elements("error").map { $0.attributes["type"] } == ["no-records"])
  }

  @Test(arguments: [Model.ExitStatus.interrupted, .terminated, .trouble, .findings])
  func `an exit that no record explains is red in the run's own testcase`(
    exit: Model.ExitStatus
  ) throws {
    var run = run([Sample.record("a", file: "a.json")])
    run.count(exit: exit)
    run.result.isComplete = exit == .findings || exit == .trouble
    let document = try document(run)
    #expect(document.isRed)
    #expect(document.properties["complete"] == String(run.result.isComplete))
  }

  @Test func `a run that ran out of time and found nothing is green and says so`() throws {
    var run = run([Sample.record("a", file: "a.json")])
    run.result.isComplete = false
    let document = try document(run)
    #expect(!document.isRed)
    #expect(try testcase("run", in: document).children == ["skipped"])
  }
}
