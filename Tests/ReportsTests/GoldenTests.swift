import Model
import Reports
import Testing

@Suite struct GoldenTests {
  @Test(arguments: [true, false]) func `the terminal report`(isComplete: Bool) throws {
    let report = try Sample.everything(isComplete: isComplete).report(TextReport.self)
    try Golden.expect(report, is: isComplete ? "text.txt" : "text-incomplete.txt")
  }

  @Test func `the terminal report with everything, narrow and in colour`() throws {
    var options = ReportOptions()
    options.text.isVerbose = true
    options.text.isColored = true
    options.text.width = 72
    let report = try Sample.everything().report(TextReport.self, options: options)
    try Golden.expect(report, is: "text-verbose.txt")
  }

  @Test(arguments: TextOptions.Grouping.allCases) func `the terminal report by group`(
    grouping: TextOptions.Grouping
  ) throws {
    var options = ReportOptions()
    options.text.grouping = grouping
    options.text.isVerbose = true
    options.text.hyperlinks = Hyperlinks(host: "desk", folder: "/srv/records")
    let report = try Sample.everything().report(TextReport.self, options: options)
    try Golden.expect(report, is: "text-by-\(grouping).txt")
  }

  @Test(arguments: [true, false]) func `the JUnit report`(isComplete: Bool) throws {
    let report = try Sample.everything(isComplete: isComplete).report(JUnitReport.self)
    try Golden.expect(report, is: isComplete ? "junit.xml" : "junit-incomplete.xml")
  }

  @Test(arguments: [true, false]) func `the native report`(isComplete: Bool) throws {
    let report = try Sample.everything(isComplete: isComplete).report(JSONLinesReport.self)
    try Golden.expect(report, is: isComplete ? "report.jsonl" : "report-incomplete.jsonl")
  }

  @Test(
    arguments: ReportFormats.all.map { $0.name }.filter {
      !["jsonl", "junit", "text"].contains($0)
    },
    [true, false]
  ) func `the other reports`(name: String, isComplete: Bool) throws {
    let format = try #require(ReportFormats.named(name))
    let report = try Sample.everything(isComplete: isComplete).report(format)
    try Golden.expect(report, is: isComplete ? "report.\(name)" : "report-incomplete.\(name)")
  }

  @Test(arguments: ReportFormats.all.map { $0.name }) func `no clock is read without timings`(
    name: String
  ) throws {
    let format = try #require(ReportFormats.named(name))
    let report = try Sample.everything(startedAt: nil).report(format)
    #expect(!report.contains("0.120") && !report.contains("120 ms") && !report.contains("120.000"))
    #expect(!report.contains("2026-06-25T") && !report.contains("1.234"))
    try Golden.expect(report, is: "no-timings.\(name)")
  }
}
