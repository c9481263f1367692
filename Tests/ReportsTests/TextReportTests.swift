import Model
import Reports
import Testing

@Suite struct TextReportTests {
  @Test func `what there is too much of is told, and so is what was left out`() throws {
    var run = Sample.everything()
    run.result.exceeded = ["6 of 100 links are doubtful (> 5%)"]
    run.result.unchanged = 7
    run.result.exit = .findings
    let text = try run.report(TextReport.self)
    #expect(text.contains("; 6 of 100 links are doubtful (> 5%)."), "\(text)")
    #expect(text.contains(", 7 unchanged left out\n"))
  }

  /// The excerpt's two lines in the report of one finding.
  private func excerpt(_ text: String, marking part: String, width: Int? = nil) throws -> [String] {
    let finding = Sample.finding(
      "dates/x", .error, "Wrong.", at: Sample.span("a.json"),
      excerpt: Sample.excerpt(text, marking: part))
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("a", file: "a.json", findings: [finding])]
    run.count()
    var options = ReportOptions()
    options.text.width = width
    let lines = try run.report(TextReport.self, options: options).split(separator: "\n")
    let at = try #require(lines.firstIndex { $0.hasPrefix("      1 | ") })
    return lines[at...at + 1].map { String($0.unicodeScalars.dropFirst(10)) }
  }

  @Test(arguments: [
    ("say here now", "    ^^^^"), ("日本 here", "     ^^^^"), ("e\u{301}e\u{301} here", "   ^^^^"),
    ("👍🏽 here", "     ^^^^"), ("a\u{7}b here", "        ^^^^"), ("각 here", "   ^^^^"),
    ("\u{1112}\u{1161}\u{11AB} here", "   ^^^^"), ("a\u{202E} here", "          ^^^^"),
    ("ﾊﾝ here", "   ^^^^"), ("here", "^^^^"),
  ]) func `carets stand under what is marked`(text: String, carets: String) throws {
    #expect(try excerpt(text, marking: "here")[1] == carets)
  }

  @Test func `wide characters have two carets`() throws {
    #expect(try excerpt("a 日本 b", marking: "日本")[1] == "  ^^^^")
  }

  @Test(arguments: [40, 60, 80]) func `an excerpt keeps within the width and shows the mark`(
    width: Int
  ) throws {
    let text = String(repeating: "a", count: 50) + "HERE" + String(repeating: "日", count: 50)
    let lines = try excerpt(text, marking: "HERE", width: width)
    #expect(lines[0].contains("HERE") && lines[0].hasPrefix("...") && lines[0].hasSuffix("..."))
    let scalars = Array(lines[0].unicodeScalars)
    let columns = scalars.reduce(10) { $0 + ($1 == "日" ? 2 : 1) }
    #expect(columns <= width)
    let before = try #require(lines[0].split(separator: "HERE").first)
    #expect(lines[1] == String(repeating: " ", count: before.count) + "^^^^")
  }

  @Test func `messages are wrapped at blanks and words are never cut`() throws {
    let word = "https://h.example/" + String(repeating: "x", count: 100)
    let finding = Sample.finding(
      "dates/x", .error, "One two three four five six seven '\(word)' eight nine ten eleven.",
      at: Sample.span("a.json"))
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("a", file: "a.json", findings: [finding])]
    run.count()
    var options = ReportOptions()
    options.text.width = 40
    let report = try run.report(TextReport.self, options: options)
    #expect(report.contains("\n    One two three four five six seven\n    '\(word)'\n    eight"))
  }

  @Test func `a rule's mend is told once`() throws {
    let finding = {
      Sample.finding("urls/insecure", .warning, "No.", at: Sample.span("a", line: $0))
    }
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("a", file: "a", findings: [finding(1), finding(2)])]
    run.count()
    #expect(try run.report(TextReport.self).split(separator: "help:").count == 2)
  }

  @Test func `notes are shown when they fail the run or when asked for`() throws {
    let note = Sample.finding("language/case", .note, "Odd case.", at: Sample.span("a.json"))
    let record = Sample.record("a", file: "a.json", findings: [note])
    func report(failOn: Severity, verbose: Bool) throws -> String {
      var run = SampleRun(header: Sample.header(failOn: failOn))
      run.records = [record]
      run.count()
      var options = ReportOptions()
      options.text.isVerbose = verbose
      return try run.report(TextReport.self, options: options)
    }
    #expect(try !report(failOn: .error, verbose: false).contains("Odd case."))
    #expect(try report(failOn: .error, verbose: false).contains("Not shown: 1 note."))
    #expect(try report(failOn: .error, verbose: true).contains("Odd case."))
    #expect(try report(failOn: .note, verbose: false).contains("Odd case."))
  }

  @Test func `what could not be checked is summed up by cause and host`() throws {
    var run = SampleRun(header: Sample.header())
    run.records = [Sample.record("a", file: "a.json")]
    for index in 0..<26 {
      let url = "https://h\(index / 2).example/\(index)"
      run.links.append(
        LinkReport(
          destination: .target(Target(url: url, identity: url), fragment: nil),
          judgement: Sample.judgement(.doubtful), occurrences: 1))
    }
    run.count()
    let report = try run.report(TextReport.self)
    #expect(report.contains("Could not be checked (not counted against you)"))
    #expect(report.contains("  timeout-connect  h0.example   2 links\n"))
    #expect(report.contains("  and 3 more lines: --verbose"))
    var options = ReportOptions()
    options.text.isVerbose = true
    #expect(try run.report(TextReport.self, options: options).contains("h9.example   2 links"))
  }

  @Test func `colours are written only when told`() throws {
    #expect(try !Sample.everything().report(TextReport.self).utf8.contains(0x1B))
  }

  @Test(arguments: [
    (Model.ExitStatus.clean, true, "Passed."), (.clean, false, "Passed as far as it went"),
    (.trouble, true, "No records were found"), (.interrupted, false, "Stopped by a signal"),
  ]) func `the last line says how it ended`(
    exit: Model.ExitStatus, isComplete: Bool, words: String
  ) throws {
    var run = SampleRun(header: Sample.header())
    run.count(exit: exit)
    run.result.isComplete = isComplete
    let last = try #require(try run.report(TextReport.self).split(separator: "\n").last)
    #expect(last.hasPrefix(words))
  }
}
