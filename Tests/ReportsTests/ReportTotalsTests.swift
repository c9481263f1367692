import Foundation
import Model
import Reports
import Testing

/// Random runs: what must hold for all of them.
@Suite struct ReportTotalsTests {
  @Test(arguments: 0..<100) func `JUnit is red exactly when the exit status is not 0`(
    seed: UInt64
  ) throws {
    let run = RandomRun.run(seed: seed)
    let document = JUnitDocument(try run.report(JUnitReport.self))
    #expect(document.isWellFormed)
    #expect(document.isRed == (run.result.exit != .clean))
    #expect(document.root.count("tests") == document.cases.count)
    let keys = document.suites.count
    #expect(keys > 0)
  }

  @Test(arguments: 0..<40) func `so it is in every profile and granularity`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    for profile in JUnitOptions.Profile.allCases {
      for granularity in JUnitOptions.Granularity.allCases {
        for passing in JUnitOptions.Passing.allCases {
          var options = ReportOptions()
          options.junit.profile = profile
          options.junit.granularity = granularity
          options.junit.passing = passing
          let document = JUnitDocument(try run.report(JUnitReport.self, options: options))
          #expect(document.isWellFormed)
          let isRed =
            !document.elements("failure").isEmpty || !document.elements("error").isEmpty
          #expect(isRed == (run.result.exit != .clean))
          let sum = document.suites.reduce(0) { $0 + $1.count("tests") }
          #expect(sum == document.cases.count)
        }
      }
    }
  }

  @Test(arguments: 0..<50) func `all formats tell the same totals`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let properties = JUnitDocument(try run.report(JUnitReport.self)).properties
    let lines = try run.report(JSONLinesReport.self).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let text = try run.report(TextReport.self)
    let summary = try #require(lines.last)
    #expect(summary["type"] as? String == "summary")
    let findings = try #require(summary["findings"] as? [String: Int])
    for severity in Severity.allCases {
      let count = run.result.findings[severity, default: 0]
      let isOpen = { (line: [String: Any]) in
        line["severity"] as? String == severity.rawValue && line["suppressed"] is NSNull
      }
      #expect(findings[severity.rawValue] == count)
      #expect(lines.count(where: isOpen) == count)
      #expect(properties["findings.\(severity.rawValue)"] == String(count))
      if count > 0 { #expect(text.contains("\(count) \(severity.rawValue)")) }
    }
    let links = try #require(summary["links"] as? [String: Int])
    for verdict in Verdict.allCases {
      let count = run.result.links[verdict, default: 0]
      #expect(links[verdict.rawValue] == count)
      #expect(lines.count { $0["verdict"] as? String == verdict.rawValue } == count)
      #expect(properties["links.\(verdict.rawValue)"] == String(count))
    }
    #expect(links.values.reduce(0, +) == lines.count { $0["type"] as? String == "link" })
    #expect(summary["exit"] as? Int == Int(run.result.exit.rawValue))
    #expect(properties["exit"] == String(run.result.exit.rawValue))
  }

  @Test(arguments: 0..<20) func `the same run gives the same bytes`(seed: UInt64) throws {
    for format in ReportFormats.all {
      #expect(
        try RandomRun.run(seed: seed).report(format) == RandomRun.run(seed: seed).report(format))
    }
  }
}

/// Runs of a seed.
enum RandomRun {
  /// SplitMix64.
  struct Source: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static func run(seed: UInt64) -> SampleRun {
    var source = Source(state: seed)
    let failOn = Severity.allCases.randomElement(using: &source) ?? .error
    var run = SampleRun(header: Sample.header(failOn: failOn))
    var links: [String: (LinkReport, Int)] = [:]
    for index in 0..<Int.random(in: 0...6, using: &source) {
      let record = record(index, &source)
      run.records.append(record)
      for link in record.links {
        let url = link.occurrence.href.description
        let count = (links[url]?.1 ?? 0) + 1
        links[url] = (
          LinkReport(
            destination: link.occurrence.destination, judgement: link.judgement,
            occurrences: count), count
        )
      }
    }
    run.links = links.sorted { $0.key < $1.key }.map(\.value.0)
    run.count()
    switch Int.random(in: 0..<8, using: &source) {
    case 0:
      run.result.isComplete = false
      run.result.exit = .interrupted
    case 1: run.result.exit = .trouble
    case 2: run.result.isComplete = false
    default: break
    }
    return run
  }

  private static func record(_ index: Int, _ source: inout Source) -> RecordReport {
    let file = ["a.json", "b.jsonl", "c.jsonl"][index / 2]
    let key = ["same", "r\(index)"].randomElement(using: &source) ?? ""
    var findings: [Finding] = []
    var links: [JudgedLink] = []
    for line in 1...4 where Bool.random(using: &source) {
      let severity = Severity.allCases.randomElement(using: &source) ?? .note
      let origin = SuppressionOrigin.allCases.randomElement(using: &source) ?? .baseline
      let suppression =
        Int.random(in: 0..<4, using: &source) == 0
        ? Suppression(origin: origin, reason: "Known.") : nil
      let span = Sample.span(file, line: line)
      let pack = ["dates", "links", "corpus", "urls"].randomElement(using: &source) ?? ""
      if pack == "links" {
        let verdict = Verdict.allCases.randomElement(using: &source) ?? .alive
        let url = "https://\(verdict.rawValue).example/"
        links.append(Sample.link(url, Sample.judgement(verdict), at: span))
        if verdict == .alive { continue }
      }
      findings.append(
        Sample.finding(
          "\(pack)/fault", severity, "Something is wrong.", at: span, record: key,
          suppression: suppression))
    }
    return Sample.record(
      key, file: file, line: index + 1, isReadable: Int.random(in: 0..<5, using: &source) > 0,
      findings: findings, links: links)
  }
}
