package import Model

/// The report for CI servers, in the dialect that Jenkins, GitLab and most others read.
///
/// It is red exactly when the run fails: the last suite, `stet`, has one testcase for the run as
/// a whole, which is red when the exit status is not 0 and no record is to blame.
package struct JUnitReport: ReportFormat {
  package static let name = "junit"

  private let options: JUnitOptions
  private var header: RunHeader?
  private var cases: TestCases?
  private var suite: JUnitSuite?
  private var totals = JUnitTotals()
  /// The closed suites: the root's counts come before them.
  private let suites = Spool()
  private let style: JUnitStyle
  private var suiteCount = 0
  /// Files that were written before this one, because it would be too long for its readers.
  private var parts = 0

  package init(options: ReportOptions) {
    self.options = options.junit
    style = JUnitStyle(profile: options.junit.profile, classname: options.junit.classname)
  }

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    cases = TestCases(header, options.granularity, warnings: options.warnings)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    guard let testcases = cases?.cases(of: report) else { return }
    let file = report.start.file
    var shard = 0
    if let open = suite {
      let isSameFile = open.file.utf8.elementsEqual(file.utf8)
      let isFull =
        totals.tests + open.totals.tests + testcases.count >= options.casesInFile
        || suites.count + open.size >= options.bytesInFile
      if !isSameFile || open.records >= options.recordsInSuite || isFull {
        shard = isSameFile ? open.shard + (open.records >= options.recordsInSuite ? 1 : 0) : 0
        try closeSuite(isLastOfFile: !isSameFile)
        if isFull { try writePart(beside: sink) }
      }
    }
    let suite = suite ?? JUnitSuite(file: file, shard: shard, options: options)
    self.suite = suite
    try suite.add(report, testcases)
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {}

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    try closeSuite(isLastOfFile: true)
    // Who reads only this file of several sees that the run fails.
    let run = JUnitRunSuite(
      result: result, header: header, isRed: totals.failures + totals.errors > 0)
    totals.add(run.totals)
    if style.hasSuites {
      try suites.append(run.xml(style, number: suiteCount))
      try write(to: sink)
      return
    }
    try sink.write(Self.declaration + run.head(style, totals: totals))
    try suites.drain { piece throws(ReportError) in try sink.write(piece) }
    try sink.write(run.testcaseText(style) + "  </testsuite>\n")
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Writes the suites so far to a file of their own, where there can be one.
  private mutating func writePart(beside sink: any ReportSink) throws(ReportError) {
    guard style.hasSuites, let part = try sink.part(parts + 1) else { return }
    try write(to: part)
    try part.finish()
    parts += 1
    totals = JUnitTotals()
    suiteCount = 0
  }

  private func write(to sink: any ReportSink) throws(ReportError) {
    var xml = XMLWriter()
    xml.markup(Self.declaration + "<testsuites")
    if style.profile != .strict {
      xml.attribute("name", "stet")
      totals.write(to: &xml, hasSkipped: false)
    }
    xml.markup(">\n")
    try sink.write(xml.bytes)
    try suites.drain { piece throws(ReportError) in try sink.write(piece) }
    try sink.write("</testsuites>\n")
  }

  private mutating func closeSuite(isLastOfFile: Bool) throws(ReportError) {
    guard let suite else { return }
    self.suite = nil
    totals.add(suite.totals)
    let isWhole = isLastOfFile && suite.shard == 0 && !Self.isLines(suite.file)
    let name =
      TerminalText.escaped(suite.file, limit: 4_096)
      + (isWhole ? "" : range(ofShard: suite.shard))
    try suite.close(name: name, number: suiteCount, header: header, to: suites)
    suiteCount += 1
  }

  /// `#000001-001000`: the same while records are added at the end.
  private func range(ofShard shard: Int) -> String {
    func digits(_ number: Int) -> String {
      String(repeating: "0", count: max(0, 6 - String(number).utf8.count)) + String(number)
    }
    let first = shard * options.recordsInSuite + 1
    return "#\(digits(first))-\(digits(first + options.recordsInSuite - 1))"
  }

  /// Whether a file grows by the line, and so has shards whatever its length.
  private static func isLines(_ file: String) -> Bool {
    ["", ".gz"].contains { packing in
      file.hasSuffix(".jsonl\(packing)") || file.hasSuffix(".ndjson\(packing)")
    }
  }
}
