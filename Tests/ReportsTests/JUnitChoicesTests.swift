import Foundation
import Model
import Reports
import Testing

/// What a team may choose about testcases.
@Suite struct JUnitChoicesTests {
  private func document(
    _ run: SampleRun, _ change: (inout JUnitOptions) -> Void
  ) throws -> JUnitDocument {
    var options = ReportOptions()
    change(&options.junit)
    let document = JUnitDocument(try run.report(JUnitReport.self, options: options))
    #expect(document.isWellFormed)
    return document
  }

  @Test(arguments: [
    ("content/articles/a.json", "content.articles.a"), ("./a.json", "a"), ("a.b.json", "a.b"),
    ("/srv/x.jsonl.gz", "srv.x"), ("-", "-"), (".json", ".json"), ("notes.txt", "notes.txt"),
    ("more/lines.ndjson", "more.lines"),
  ]) func `a dotted class name is the path without its ending`(
    file: String, name: String
  ) throws {
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("a", file: file)]
    run.count()
    let dotted = try document(run) { $0.classname = .dotted }
    #expect(dotted.cases.first?.attributes["classname"] == name)
    #expect(dotted.cases.first?.attributes["file"] == file)
    #expect(dotted.suites.first?.attributes["name"]?.hasPrefix(file) == true)
    let plain = try document(run) { $0.classname = .path }
    #expect(plain.cases.first?.attributes["classname"] == file)
  }

  private static func warned(_ severities: [Severity], failOn: Severity = .error) -> SampleRun {
    var run = SampleRun(header: Sample.header(failOn: failOn))
    run.records = [
      Sample.record(
        "a", file: "a.json",
        findings: severities.map {
          Sample.finding("dates/x", $0, "Wrong.", at: Sample.span("a.json"), record: "a")
        })
    ]
    run.count()
    return run
  }

  private func children(
    _ severities: [Severity], failOn: Severity = .error, _ warnings: JUnitOptions.Warnings
  ) throws -> [String] {
    let document = try document(Self.warned(severities, failOn: failOn)) { $0.warnings = warnings }
    let testcase = document.cases.first { $0.attributes["name"] == "[a] dates" }
    return try #require(testcase).children
  }

  @Test func `a warning passes, is skipped or is red`() throws {
    #expect(try children([.warning], .pass) == ["system-out"])
    #expect(try children([.warning, .note], .skipped) == ["skipped", "system-out"])
    #expect(try children([.note, .warning], .failure) == ["failure", "system-out"])
  }

  @Test(arguments: JUnitOptions.Warnings.allCases)
  func `what fails the run is red and what is less than a warning passes`(
    warnings: JUnitOptions.Warnings
  ) throws {
    #expect(try children([.warning], failOn: .warning, warnings) == ["failure"])
    #expect(try children([.error, .warning], warnings) == ["failure", "system-out"])
    #expect(try children([.note], warnings) == ["system-out"])
    #expect(try children([], warnings) == [])
  }

  @Test(arguments: 0..<60) func `skipped warnings leave JUnit red exactly when the run fails`(
    seed: UInt64
  ) throws {
    let run = RandomRun.run(seed: seed)
    for warnings in [JUnitOptions.Warnings.pass, .skipped] {
      let document = try document(run) { $0.warnings = warnings }
      #expect(document.isRed == (run.result.exit != .clean))
    }
    let red = try document(run) { $0.warnings = .failure }
    let warned = run.result.findings[.warning, default: 0] > 0
    #expect(red.isRed == (run.result.exit != .clean || warned))
  }
}
