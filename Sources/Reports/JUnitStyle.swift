import Model

/// What the readers of a profile allow.
struct JUnitStyle {
  let profile: JUnitOptions.Profile
  var classname = JUnitOptions.Classname.path

  /// Whether testcases have `file` and `line`.
  var hasPlace: Bool { profile == .ci }

  /// Whether a testcase may tell what passed with a remark; if not, its suite does.
  var hasCaseOutput: Bool { profile != .strict }

  /// Whether suites are elements of their own.
  var hasSuites: Bool { profile != .single }

  /// A suite's start tag; `totals` follow in it.
  ///
  /// - Parameter number: from 0.
  func openSuite(
    _ xml: inout XMLWriter, name: String, number: Int, totals: JUnitTotals, header: RunHeader?
  ) {
    xml.markup("  <testsuite")
    if profile == .strict {
      xml.attribute("package", Self.token(name))
      xml.attribute("id", number)
    }
    xml.attribute("name", profile == .strict ? Self.token(name) : name)
    totals.write(to: &xml, hasSkipped: true)
    // Ant's schema asks for a time, wherever it comes from.
    if let time = header?.startedAt ?? (profile == .strict ? 0 : nil) {
      xml.attribute("timestamp", UTCTime.text(secondsSince1970: time))
    }
    if hasSuites { xml.attribute("hostname", "localhost") }
    xml.markup(">\n    <properties>")
  }

  /// The end of a suite; `output` is what its testcases may not tell themselves.
  func closeSuite(_ xml: inout XMLWriter, output: String = "") {
    if profile == .strict {
      xml.markup("    <system-out>")
      xml.text(output)
      xml.markup("</system-out>\n    <system-err></system-err>\n")
    }
    xml.markup("  </testsuite>\n")
  }

  /// What the testcases of a file are filed under. Jenkins makes a package of all before the last
  /// point.
  func classname(of file: String) -> String {
    let text = profile == .strict ? Self.token(file) : file
    switch classname {
    case .path: return text
    case .dotted:
      var bytes = Array(RelativePath.text(of: text).utf8)
      for ending in [".gz", ".json", ".jsonl", ".ndjson"]
      where bytes.count > ending.utf8.count
        && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      {
        bytes.removeLast(ending.utf8.count)
      }
      let parts = bytes.split(separator: UInt8(ascii: "/"))
      return String(decoding: Array(parts.joined(separator: ".".utf8)), as: UTF8.self)
    }
  }

  /// A text as the type `token` has it: without blanks at its ends, and single ones inside.
  static func token(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
