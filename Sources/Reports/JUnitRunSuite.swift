import Model

/// The last suite: the run as a whole, with its totals as properties.
struct JUnitRunSuite {
  private(set) var totals = JUnitTotals()
  private let testcase: TestCase
  private let header: RunHeader?
  private let properties: [(String, String)]

  /// `isRed`: whether a record's testcase is.
  init(result: RunResult, header: RunHeader?, isRed: Bool) {
    var testcase = TestCase(of: result, isRed: isRed)
    if let duration = result.duration, header?.startedAt != nil {
      // The records' cases hold the time of their links; the run's own is told as a property.
      testcase.output.append("took \(Counted.decimal(thousandths: duration.milliseconds)) s")
    }
    totals.add(testcase)
    self.testcase = testcase
    self.header = header
    properties = Self.properties(of: result, header: header)
  }

  /// The suite.
  func xml(_ style: JUnitStyle, number: Int) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup(head(style, totals: totals, number: number))
    xml.markup(testcaseText(style))
    style.closeSuite(&xml, output: testcase.output.joined(separator: "\n"))
    return xml.bytes
  }

  /// The suite's start with its properties; of the whole report where there are no other suites.
  func head(_ style: JUnitStyle, totals: JUnitTotals, number: Int = 0) -> String {
    var xml = XMLWriter()
    style.openSuite(&xml, name: "stet", number: number, totals: totals, header: header)
    for (name, value) in properties { xml.property(name, value) }
    xml.markup("</properties>\n")
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  /// The testcase of the run.
  func testcaseText(_ style: JUnitStyle) -> String {
    var xml = XMLWriter()
    testcase.write(to: &xml, name: testcase.name, file: "stet", style: style, isOfRun: true)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private static func properties(
    of result: RunResult, header: RunHeader?
  ) -> [(String, String)] {
    var properties = [
      ("tool.version", header?.version ?? ""),
      ("complete", String(result.isComplete)),
      ("exit", String(result.exit.rawValue)),
      ("records", String(result.records)),
    ]
    for severity in Severity.allCases.reversed() {
      let count = result.findings[severity, default: 0]
      properties.append(("findings.\(severity.rawValue)", String(count)))
    }
    properties.append(("findings.suppressed", String(result.suppressed)))
    if let fixes = result.fixes {
      properties.append(("findings.fixed", String(fixes.fixed.count)))
    }
    for verdict in Verdict.allCases {
      properties.append(("links.\(verdict.rawValue)", String(result.links[verdict, default: 0])))
    }
    properties.append(("occurrences", String(result.occurrences)))
    properties.append(("requests", String(result.requests)))
    for pack in header?.packsNotRun ?? [] {
      properties.append(("not-run.\(pack.pack)", TerminalText.escaped(pack.reason, limit: 200)))
    }
    return properties
  }
}
