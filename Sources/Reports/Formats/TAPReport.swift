package import Model

/// The testcases in the Test Anything Protocol, version 13, which prove reads. The plan is the last
/// line: a cut report has none.
package struct TAPReport: ReportFormat {
  package static let name = "tap"

  private var cases: TestCases?
  private var count = 0
  private var isRed = false

  private let granularity: JUnitOptions.Granularity

  package init(options: ReportOptions) {
    granularity = options.junit.granularity
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    cases = TestCases(header, granularity)
    try sink.write("TAP version 13\n")
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for testcase in cases?.cases(of: report) ?? [] {
      isRed = isRed || testcase.isRed
      try sink.write(text(of: testcase, file: report.start.file))
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    try sink.write(text(of: TestCase(of: result, isRed: isRed), file: nil))
    try sink.write("1..\(count)\n")
  }

  /// - Parameter file: none for the testcase of the run.
  private mutating func text(of testcase: TestCase, file: String?) -> String {
    count += 1
    let place = file.map { "\(TerminalText.escaped($0, limit: 1_000)): " } ?? ""
    let name = "\(count) - \(Self.escaped(place + testcase.name))"
    var text =
      switch testcase.state {
      case .passed: "ok \(name)\n"
      case .skipped(let message): "ok \(name) # SKIP \(Self.escaped(message))\n"
      case .failure(let fault), .error(let fault): "not ok \(name)\n" + Self.block(fault)
      }
    for line in testcase.output { text += "# \(Self.escaped(line))\n" }
    return text
  }

  /// A block of YAML whose values are JSON strings, which YAML is a superset of.
  private static func block(_ fault: TestCase.Fault) -> String {
    var text = "  ---\n"
    for (name, value) in [
      ("type", fault.type), ("message", fault.message), ("detail", fault.text),
    ] {
      var json = JSONWriter()
      json.string(value)
      text += "  \(name): \(String(decoding: json.bytes, as: UTF8.self))\n"
    }
    return text + "  ...\n"
  }

  /// A hash would begin a directive.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.escaped(text, limit: 4_000).unicodeScalars {
      if scalar == "\\" || scalar == "#" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
