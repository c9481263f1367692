import Foundation
import Model
import Reports
import Testing

/// Readers that this project did not write accept the reports and say the same of them.
@Suite struct ForeignReaderTests {
  static let runs: [(String, SampleRun)] = [
    ("everything", Sample.everything()), ("incomplete", Sample.everything(isComplete: false)),
    ("untimed", Sample.everything(startedAt: nil)), ("clean", clean), ("empty", empty),
    ("hostile", OutputInjectionTests.run("a\u{1}b]]>c&d<e\"f'g %20 [x](1) # \\ | \r\n")),
  ]

  private static var clean: SampleRun {
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("clean", file: "a.json")]
    run.count()
    return run
  }

  private static var empty: SampleRun {
    var run = SampleRun(header: Sample.header())
    run.count()
    return run
  }

  /// Calls with the path of each run's report.
  private func forEachReport(
    _ format: any ReportFormat.Type, _ body: (SampleRun, String, String) throws -> Void
  ) throws {
    for (name, run) in Self.runs {
      try Tool.withFolder { folder in
        let file = folder.appending(path: "report.\(format.name)")
        try Data(run.report(format).utf8).write(to: file)
        try body(run, file.path, name)
      }
    }
  }

  @Test(arguments: [
    ("sarif", "sarif-schema-2.1.0.json"), ("ctrf", "ctrf.schema.json"),
    ("rdjson", "rdjson-DiagnosticResult.json"),
  ]) func `check-jsonschema accepts it by the schema of its readers`(
    name: String, schema: String
  ) throws {
    guard let schema = Tool.schema(schema) else { return }
    let format = try #require(ReportFormats.named(name))
    try forEachReport(format) { _, file, name in
      let answer = try Tool.python("check-jsonschema", ["--schemafile", schema, file])
      #expect(answer.status == 0, "\(name): \(answer.output)")
    }
  }

  @Test func `xmllint accepts the report of checkstyle by its schema`() throws {
    guard let schema = Tool.schema("checkstyle-report-1.0.0.xsd") else { return }
    try forEachReport(CheckstyleReport.self) { _, file, name in
      let answer = try Tool.run("xmllint", ["--noout", "--schema", schema, file])
      #expect(answer.status == 0, "\(name): \(answer.output)")
    }
  }

  @Test func `sarif-tools counts the results`() throws {
    try forEachReport(SARIFReport.self) { run, file, name in
      let answer = try Tool.python("sarif", ["summary", file])
      #expect(answer.status == 0, "\(name): \(answer.output)")
      let open = run.result.findings[.error, default: 0]
      let suppressed = run.records.flatMap(\.findings)
        .count { $0.suppression != nil && $0.severity == .error }
      #expect(answer.output.contains("error: \(open + suppressed)\n"), "\(name): \(answer.output)")
    }
  }

  @Test func `prove is red exactly when the run fails`() throws {
    try forEachReport(TAPReport.self) { run, file, name in
      let answer = try Tool.run("prove", ["--exec", "cat", file])
      #expect((answer.status == 0) == (run.result.exit == .clean), "\(name): \(answer.output)")
      #expect(!answer.output.contains("Parse error"), "\(name): \(answer.output)")
    }
  }

  @Test func `the parser of Prometheus reads the totals`() throws {
    let script = """
      import sys
      from prometheus_client.parser import text_string_to_metric_families as read
      for family in read(open(sys.argv[1], newline="").read()):
        for sample in family.samples:
          if sample.name == "stet_findings" and not sample.value: continue
          print(sample.name, sorted(sample.labels.items()), int(sample.value))
      """
    try forEachReport(PrometheusReport.self) { run, file, name in
      let answer = try Tool.python("python", ["-c", script, file])
      #expect(answer.status == 0, "\(name): \(answer.output)")
      for verdict in Verdict.allCases {
        let count = run.result.links[verdict, default: 0]
        let line = "stet_links [('verdict', '\(verdict.rawValue)')] \(count)\n"
        #expect(answer.output.contains(line), "\(name): \(answer.output)")
      }
      let sum = answer.output.split(separator: "\n").filter { $0.hasPrefix("stet_findings [") }
        .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
      #expect(sum == run.result.findings.values.reduce(0, +), "\(name): \(answer.output)")
      #expect(answer.output.contains("stet_exit_status [] \(run.result.exit.rawValue)\n"))
    }
  }

  @Test(
    arguments: OutputInjectionTests.hostile + [
      "![x](http://e/) [y](z) <img src=x> &amp; @someone www.example.org https://e.org/ a@b.org",
      "`` ` ``` | `a|b` \\| \\\\| ||", "# h\n\n- x\n\n| a |\n|---|", "*a* __b__ ~~c~~ $x$ :tada:",
    ]) func `GitHub's Markdown makes a table with nothing of others in it`(text: String) throws
  {
    let script = """
      import sys, cmarkgfm
      from cmarkgfm.cmark import Options
      print(cmarkgfm.github_flavored_markdown_to_html(
        open(sys.argv[1], newline="").read(), options=Options.CMARK_OPT_UNSAFE))
      """
    func tags(_ run: SampleRun) throws -> [String] {
      try Tool.withFolder { folder in
        let file = folder.appending(path: "summary.md")
        try Data(run.report(MarkdownReport.self).utf8).write(to: file)
        let answer = try Tool.python("python", ["-c", script, file.path])
        #expect(answer.status == 0, "\(answer.output)")
        return answer.output.split(separator: "<").dropFirst().map {
          String($0.prefix { $0 != ">" })
        }
        .filter { $0 != "code" && $0 != "/code" }
      }
    }
    #expect(try tags(OutputInjectionTests.run(text)) == tags(OutputInjectionTests.run("harmless")))
  }

  @Test func `GitLab's rules hold for every entry`() throws {
    try forEachReport(GitLabReport.self) { run, file, name in
      let data = try Data(contentsOf: URL(filePath: file))
      let entries = try #require(
        try JSONSerialization.jsonObject(with: data) as? [[String: Any]], "\(name)")
      let fingerprints = entries.compactMap { $0["fingerprint"] as? String }
      #expect(Set(fingerprints).count == entries.count)
      let extra = run.result.isComplete ? 0 : 1
      #expect(entries.count == run.result.findings.values.reduce(0, +) + extra, "\(name)")
      for entry in entries {
        let location = try #require(entry["location"] as? [String: Any])
        let lines = try #require(location["lines"] as? [String: Int])
        #expect(lines["begin", default: 0] >= 1)
        #expect((location["path"] as? String)?.hasPrefix("./") == false)
        #expect((entry["description"] as? String)?.isEmpty == false)
        #expect(["info", "minor", "major"].contains(entry["severity"] as? String ?? ""))
      }
    }
  }
}
