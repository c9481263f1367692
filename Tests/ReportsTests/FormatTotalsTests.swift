import Foundation
import Model
import Reports
import Testing

/// What each format lists, counted again by readers of others, is what the run has found.
@Suite struct FormatTotalsTests {
  /// Findings that nothing excuses by severity, as far as a format knows it; what is excused; links
  /// by verdict, where a format lists links.
  private struct Counts: Equatable {
    var findings: [String: Int] = [:]
    var suppressed: Int?
    var links: [String: Int]?
  }

  private typealias Object = [String: Any]

  private static let seeds = (0..<60).map { UInt64($0) }

  /// - Parameter names: what the format calls errors, warnings and notes.
  private func truth(
    _ run: SampleRun, _ names: [String] = ["error", "warning", "note"], least: Severity = .note,
    suppressed: Bool = false, links: Bool = false
  ) -> Counts {
    var counts = Counts()
    for (severity, name) in zip(Severity.allCases.reversed(), names)
    where severity >= least && run.result.findings[severity, default: 0] > 0 {
      counts.findings[name] = run.result.findings[severity]
    }
    if suppressed { counts.suppressed = run.result.suppressed }
    if links {
      counts.links = Dictionary(
        uniqueKeysWithValues: run.result.links.filter { $0.value > 0 }
          .map { ($0.key.rawValue, $0.value) })
    }
    return counts
  }

  private func object(_ text: String) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  private func count(_ objects: [Object], by name: String) -> [String: Int] {
    objects.reduce(into: [:]) { $0[$1[name] as? String ?? "?", default: 0] += 1 }
  }

  @Test(arguments: seeds) func `Checkstyle`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let document = JUnitDocument(try run.report(CheckstyleReport.self))
    #expect(document.isWellFormed)
    var counts = Counts()
    for element in document.elements("error") {
      counts.findings[element.attributes["severity"] ?? "?", default: 0] += 1
    }
    #expect(counts == truth(run, ["error", "warning", "info"]))
  }

  @Test(arguments: seeds) func `reviewdog's JSON`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let report = try object(run.report(RDJSONReport.self))
    let diagnostics = try #require(report["diagnostics"] as? [Object])
    #expect(
      Counts(findings: count(diagnostics, by: "severity"))
        == truth(run, ["ERROR", "WARNING", "INFO"]))
  }

  @Test(arguments: seeds) func `Code Quality`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let data = Data(try run.report(GitLabReport.self).utf8)
    let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [Object])
    // What stopped the run is told as an entry.
    let findings = entries.filter { $0["check_name"] as? String != "run/incomplete" }
    #expect(entries.count - findings.count == (run.result.isComplete ? 0 : 1))
    #expect(
      Counts(findings: count(findings, by: "severity")) == truth(run, ["major", "minor", "info"]))
  }

  @Test(arguments: seeds) func `SARIF`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let runs = try #require(try object(run.report(SARIFReport.self))["runs"] as? [Object])
    let results = try #require(runs.first?["results"] as? [Object])
    let open = results.filter { $0["suppressions"] == nil }
    #expect(
      Counts(findings: count(open, by: "level"), suppressed: results.count - open.count)
        == truth(run, suppressed: true))
    let invocation = try #require((runs.first?["invocations"] as? [Object])?.first)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [Object])
    let doubts = notifications.count { "\($0)".contains("Could not check") }
    #expect(doubts == run.result.links[.doubtful, default: 0])
  }

  @Test(arguments: seeds) func `the JSON of programs`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let report = try object(run.report(JSONReport.self))
    let records = try #require(report["records"] as? [Object])
    #expect(records.count == run.result.records)
    let findings = try records.flatMap { try #require($0["findings"] as? [Object]) }
    let open = findings.filter { $0["suppressed"] is NSNull }
    let links = try #require(report["links"] as? [Object])
    #expect(
      Counts(
        findings: count(open, by: "severity"), suppressed: findings.count - open.count,
        links: count(links, by: "verdict")) == truth(run, suppressed: true, links: true))
  }

  @Test(arguments: seeds) func `the page`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let page = try run.report(HTMLReport.self)
    let start = try #require(page.range(of: #"type="application/json">"#))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = try object(String(page[start.upperBound..<end.lowerBound]))
    let rows = try #require(data["findings"] as? [[Any]])
    var counts = Counts(suppressed: 0)
    for row in rows {
      guard (row[11] as? String)?.isEmpty == true else {
        counts.suppressed? += 1
        continue
      }
      counts.findings[["error", "warning", "note"][row[1] as? Int ?? 3], default: 0] += 1
    }
    counts.links = count(try #require(data["links"] as? [Object]), by: "verdict")
    #expect(counts == truth(run, suppressed: true, links: true))
    for severity in Severity.allCases {
      #expect(page.contains(">\(run.result.findings[severity, default: 0])</b>\(severity)s</li>"))
    }
    for verdict in Verdict.allCases {
      #expect(page.contains(">\(run.result.links[verdict, default: 0])</b>links \(verdict)</li>"))
    }
  }

  @Test(arguments: seeds) func `annotations`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    var counts = Counts()
    for line in try run.report(GitHubReport.self).split(separator: "\n") {
      if line.contains(RunText.stopped) { continue }
      let kind = String(line.dropFirst(2).prefix { $0 != " " })
      let more = line.firstMatch(of: #/::and (\d+) more/#).flatMap { Int($0.1) }
      counts.findings[kind, default: 0] += more ?? 1
    }
    let least = min(.warning, run.header.failOn)
    #expect(counts == truth(run, ["error", "warning", "notice"], least: least))
  }

  @Test(arguments: seeds) func `Markdown`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let text = try run.report(MarkdownReport.self)
    var counts = Counts(suppressed: 0, links: [:])
    var section = ""
    for line in text.split(separator: "\n") {
      if let head = line.firstMatch(of: #/^### \d+ (error|warning|note)/#) { section = "\(head.1)" }
      if line.hasPrefix("| `") { counts.findings[section, default: 0] += 1 }
      guard let row = line.firstMatch(of: #/^\| (\w+) ?(\w*) \| (\d+) \|$/#) else { continue }
      let number = Int(row.3) ?? -1
      if row.1 == "links", number > 0 { counts.links?["\(row.2)"] = number }
      if row.1 == "suppressed" { counts.suppressed = number }
      if row.1 == "records" { #expect(number == run.result.records) }
    }
    #expect(counts == truth(run, suppressed: true, links: true))
  }

  @Test(arguments: seeds) func `metrics`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    var counts = Counts(links: [:])
    for line in try run.report(PrometheusReport.self).split(separator: "\n") {
      let value = line.split(separator: " ").last.flatMap { Int($0) } ?? 0
      if let finding = line.firstMatch(of: #/^stet_findings{.*severity="(\w+)"}/#), value > 0 {
        counts.findings["\(finding.1)", default: 0] += value
      }
      if let link = line.firstMatch(of: #/^stet_links{verdict="(\w+)"}/#), value > 0 {
        counts.links?["\(link.1)"] = value
      }
      if line.hasPrefix("stet_findings_suppressed ") { counts.suppressed = value }
    }
    #expect(counts == truth(run, suppressed: true, links: true))
  }

  /// Heads of findings in the texts of testcases: `a.json:1:1: error dates/fault`.
  private func findings(in texts: [String]) -> Counts {
    var counts = Counts()
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      if let head = line.firstMatch(of: #/^\S+:\d+:\d+: (error|warning|note) /#) {
        counts.findings["\(head.1)", default: 0] += 1
      }
    }
    return counts
  }

  @Test(arguments: seeds, JUnitOptions.Granularity.allCases)
  func `testcases of JUnit, CTRF and TAP`(
    seed: UInt64, granularity: JUnitOptions.Granularity
  ) throws {
    let run = RandomRun.run(seed: seed)
    var options = ReportOptions()
    options.junit.granularity = granularity
    let document = JUnitDocument(try run.report(JUnitReport.self, options: options))
    let told = ["failure", "error", "system-out"].flatMap { document.elements($0) }.map(\.text)
    #expect(findings(in: told) == truth(run))

    let results = try object(run.report(CTRFReport.self, options: options))["results"] as? Object
    let tests = try #require(results?["tests"] as? [Object])
    #expect(tests.count == document.cases.count)
    let traces = tests.compactMap { $0["trace"] as? String }
    let outputs = tests.flatMap { $0["stdout"] as? [String] ?? [] }
    #expect(findings(in: traces + outputs) == truth(run))

    var lines: [String] = []
    for line in try run.report(TAPReport.self, options: options).split(separator: "\n") {
      if line.hasPrefix("# ") { lines.append(String(line.dropFirst(2))) }
      guard line.hasPrefix("  detail: ") else { continue }
      let value = Data(line.dropFirst("  detail: ".count).utf8)
      let text = try JSONSerialization.jsonObject(with: value, options: .fragmentsAllowed)
      lines.append(try #require(text as? String))
    }
    #expect(findings(in: lines) == truth(run))
  }

  @Test(arguments: seeds) func `the terminal`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    var options = ReportOptions()
    options.text.isVerbose = true
    var counts = Counts(suppressed: 0)
    var last: String?
    for line in try run.report(TextReport.self, options: options).split(separator: "\n") {
      if let head = line.firstMatch(of: #/^  \S+:\d+:\d+  (error|warning|note)  /#) {
        counts.findings["\(head.1)", default: 0] += 1
        last = "\(head.1)"
      } else if line.hasPrefix("    suppressed by "), let last {
        counts.suppressed? += 1
        counts.findings[last, default: 0] -= 1
      }
    }
    counts.findings = counts.findings.filter { $0.value != 0 }
    #expect(counts == truth(run, suppressed: true))
  }

  private enum RunText {
    static let stopped = "The run was stopped"
  }
}
