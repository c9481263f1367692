import Model

/// The suite of one file, or of a shard of its records: cases wait until its totals are known.
///
/// A class because the waiting cases may lie in a file of its own.
final class JUnitSuite {
  let file: String
  /// The suite's records in the file, from 0.
  let shard: Int
  private(set) var records = 0
  private(set) var totals = JUnitTotals()
  private var warnings = 0
  private var notes = 0
  private var names: [Name: Int] = [:]
  private let cases = Spool()

  init(file: String, shard: Int) {
    self.file = file
    self.shard = shard
  }

  func add(_ report: RecordReport, _ testcases: [JUnitCase]) throws(ReportError) {
    records += 1
    for finding in report.findings where finding.suppression == nil {
      switch finding.severity {
      case .error: break
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
    var xml = XMLWriter()
    let file = TerminalText.escaped(file, limit: 4_096)
    for testcase in testcases {
      totals.add(testcase)
      testcase.write(to: &xml, name: unique(testcase.name), file: file)
    }
    try cases.append(xml.bytes)
  }

  /// Writes the whole suite.
  func close(
    name: String, header: RunHeader?, to spool: Spool
  ) throws(ReportError) {
    var xml = XMLWriter()
    xml.markup("  <testsuite")
    xml.attribute("name", name)
    totals.write(to: &xml, hasSkipped: true)
    if let time = header?.startedAt {
      xml.attribute("timestamp", UTCTime.text(secondsSince1970: time))
    }
    xml.attribute("hostname", "localhost")
    xml.markup(">\n    <properties>")
    let properties = [
      ("tool.version", header?.version ?? ""), ("records", String(records)),
      ("warnings", String(warnings)), ("notes", String(notes)),
    ]
    for (name, value) in properties { xml.property(name, value) }
    xml.markup("</properties>\n")
    try spool.append(xml.bytes)
    try cases.drain { piece throws(ReportError) in try spool.append(piece) }
    try spool.append(Array("  </testsuite>\n".utf8))
  }

  /// The name, with ` (2)` behind it where it was used before: GitLab drops cases of one name.
  private func unique(_ name: String) -> String {
    var candidate = name
    while let uses = names[Name(candidate)] {
      names[Name(candidate)] = uses + 1
      candidate = "\(name) (\(uses + 1))"
    }
    names[Name(candidate)] = 1
    return candidate
  }

  /// Compared by bytes.
  private struct Name: Hashable {
    let utf8: [UInt8]

    init(_ name: String) { utf8 = Array(name.utf8) }
  }
}

/// The counts at the head of a suite and of the report.
struct JUnitTotals {
  private(set) var tests = 0
  private(set) var failures = 0
  private(set) var errors = 0
  private(set) var skipped = 0
  private(set) var milliseconds = 0

  mutating func add(_ testcase: JUnitCase) {
    tests += 1
    milliseconds += testcase.milliseconds
    switch testcase.state {
    case .passed: break
    case .skipped: skipped += 1
    case .failure: failures += 1
    case .error: errors += 1
    }
  }

  mutating func add(_ totals: JUnitTotals) {
    tests += totals.tests
    failures += totals.failures
    errors += totals.errors
    skipped += totals.skipped
    milliseconds += totals.milliseconds
  }

  func write(to xml: inout XMLWriter, hasSkipped: Bool) {
    xml.attribute("tests", tests)
    xml.attribute("failures", failures)
    xml.attribute("errors", errors)
    if hasSkipped { xml.attribute("skipped", skipped) }
    xml.attribute("time", Counted.decimal(thousandths: milliseconds))
  }
}

extension XMLWriter {
  mutating func property(_ name: String, _ value: String) {
    markup("<property")
    attribute("name", name)
    attribute("value", value)
    markup("/>")
  }
}
