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
  private var omitted = 0
  /// What testcases may not tell themselves, in the order of the testcases.
  private var output: [String] = []
  private let style: JUnitStyle
  private let passing: JUnitOptions.Passing
  private let cases = Spool()

  init(file: String, shard: Int, options: JUnitOptions) {
    self.file = file
    self.shard = shard
    style = JUnitStyle(profile: options.profile, classname: options.classname)
    passing = options.passing
  }

  /// The bytes of the testcases.
  var size: Int { cases.count }

  func add(_ report: RecordReport, _ testcases: [TestCase]) throws(ReportError) {
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
      let name = unique(testcase.name)
      if passing == .omit, testcase.isSilent {
        omitted += 1
        continue
      }
      totals.add(testcase)
      testcase.write(to: &xml, name: name, file: file, style: style)
      if !style.hasCaseOutput, output.count < 10_000 {
        output += testcase.output.map { "\(name): \($0)" }
      }
    }
    try cases.append(xml.bytes)
  }

  /// Writes the whole suite, or only its testcases where there are no suites.
  func close(
    name: String, number: Int, header: RunHeader?, to spool: Spool
  ) throws(ReportError) {
    if style.hasSuites {
      var xml = XMLWriter()
      style.openSuite(&xml, name: name, number: number, totals: totals, header: header)
      var properties = [
        ("tool.version", header?.version ?? ""), ("records", String(records)),
        ("warnings", String(warnings)), ("notes", String(notes)),
      ]
      if passing == .omit { properties.append(("passed.omitted", String(omitted))) }
      for (name, value) in properties { xml.property(name, value) }
      xml.markup("</properties>\n")
      try spool.append(xml.bytes)
    }
    try cases.drain { piece throws(ReportError) in try spool.append(piece) }
    guard style.hasSuites else { return }
    var xml = XMLWriter()
    style.closeSuite(&xml, output: output.joined(separator: "\n"))
    try spool.append(xml.bytes)
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

  mutating func add(_ testcase: TestCase) {
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
