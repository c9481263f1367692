package import Model

/// The report in the Common Test Report Format: the testcases of JUnit, and a status of its own for
/// what could not be checked.
package struct CTRFReport: ReportFormat {
  package static let name = "ctrf"

  private var header: RunHeader?
  private var cases: TestCases?
  private var tests = JSONElements()
  private var counts: [String: Int] = [:]

  private let granularity: JUnitOptions.Granularity

  package init(options: ReportOptions) {
    granularity = options.junit.granularity
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    cases = TestCases(header, granularity)
    var tool = JSONWriter()
    tool.object { json in
      json.member("name", "stet")
      json.member("version", header.version)
    }
    try sink.write(#"{"reportFormat":"CTRF","specVersion":"0.0.0","results":{"tool":"#)
    try sink.write(tool.bytes)
    try sink.write(#","tests":["#)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for testcase in cases?.cases(of: report) ?? [] {
      try write(testcase, file: report.start.file, to: sink)
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    let isRed = counts["failed", default: 0] > 0
    try write(TestCase(of: result, isRed: isRed), file: nil, to: sink)
    let start = (header?.startedAt ?? 0) * 1_000
    let duration = header?.startedAt == nil ? 0 : result.duration?.milliseconds ?? 0
    var summary = JSONWriter()
    summary.object { json in
      json.member("tests", counts.values.reduce(0, +))
      for status in ["passed", "failed", "skipped", "pending", "other"] {
        json.member(named: status, counts[status, default: 0])
      }
      json.member("start", start)
      json.member("stop", start + duration)
      json.member("extra") { json in
        json.member("complete", result.isComplete)
        json.member("exit", Int(result.exit.rawValue))
      }
    }
    try sink.write("],\n\"summary\":")
    try sink.write(summary.bytes)
    try sink.write("}}\n")
  }

  /// - Parameter file: none for the testcase of the run.
  private mutating func write(
    _ testcase: TestCase, file: String?, to sink: any ReportSink
  ) throws(ReportError) {
    let status = Self.status(of: testcase)
    counts[status, default: 0] += 1
    let element = tests.next { json in
      json.member("name", testcase.name)
      json.member("status", status)
      json.member("duration", testcase.milliseconds)
      if let verdict = testcase.verdict { json.member("rawStatus", verdict.rawValue) }
      if let file {
        json.member("filePath", RelativePath.text(of: file))
        json.member("line", testcase.line)
        json.member("suite", [file]) { $0.string($1) }
      }
      switch testcase.state {
      case .passed: break
      case .skipped(let message): json.member("message", message)
      case .failure(let fault), .error(let fault):
        json.member("message", fault.message)
        json.member("trace", fault.text)
        json.member("tags", [fault.type]) { $0.string($1) }
      }
      if !testcase.output.isEmpty { json.member("stdout", testcase.output) { $0.string($1) } }
    }
    try sink.write(element)
  }

  private static func status(of testcase: TestCase) -> String {
    switch testcase.state {
    case .passed: "passed"
    case .failure, .error: "failed"
    case .skipped: testcase.verdict == .doubtful ? "other" : "skipped"
    }
  }
}
