import Model

/// The last suite: the run as a whole, with its totals as properties.
struct JUnitRunSuite {
  private(set) var totals = JUnitTotals()
  let xml: [UInt8]

  /// `isRed`: whether a record's testcase is.
  init(result: RunResult, header: RunHeader?, isRed: Bool) {
    var testcase = JUnitCase(name: "run", line: 1)
    testcase.state = Self.state(of: result, isRed: isRed)
    if let duration = result.duration, header?.startedAt != nil {
      // The records' cases hold the time of their links; the run's own is told as a property.
      testcase.output.append("took \(Counted.decimal(thousandths: duration.milliseconds)) s")
    }
    totals.add(testcase)
    var xml = XMLWriter()
    xml.markup("  <testsuite")
    xml.attribute("name", "stet")
    totals.write(to: &xml, hasSkipped: true)
    if let time = header?.startedAt {
      xml.attribute("timestamp", UTCTime.text(secondsSince1970: time))
    }
    xml.attribute("hostname", "localhost")
    xml.markup(">\n    <properties>")
    for (name, value) in Self.properties(of: result, header: header) { xml.property(name, value) }
    xml.markup("</properties>\n")
    testcase.write(to: &xml, name: testcase.name, file: "stet", hasPlace: false)
    xml.markup("  </testsuite>\n")
    self.xml = xml.bytes
  }

  private static func state(of result: RunResult, isRed: Bool) -> JUnitCase.State {
    func fault(_ type: String, _ message: String) -> JUnitCase.Fault {
      JUnitCase.Fault(type: type, message: message, text: message)
    }
    let stopped = "incomplete: the run was stopped before everything was read and checked"
    switch result.exit {
    case .interrupted, .terminated: return .error(fault("stopped", "\(stopped), by a signal"))
    case .trouble where result.records == 0:
      return .error(fault("no-records", "no records were found: nothing was checked"))
    case .trouble: return .error(fault("trouble", "the tool could not do its work"))
    case .findings where !result.exceeded.isEmpty:
      return .failure(
        fault("threshold", "over the threshold: \(result.exceeded.joined(separator: ", "))"))
    case .findings where !isRed:
      return .failure(fault("threshold", "the findings of all records together fail the run"))
    case .findings, .clean:
      return result.isComplete ? .passed : .skipped(message: stopped)
    }
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
