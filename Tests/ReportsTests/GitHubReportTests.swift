import Model
import Reports
import Testing

@Suite struct GitHubReportTests {
  /// A command as the runner reads it.
  private struct Command {
    let kind: String
    let properties: [String: String]
    let message: String

    /// None for a line that is no command.
    init?(_ line: Substring) {
      guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else {
        return nil
      }
      let head = line[..<end.lowerBound].dropFirst(2)
      kind = String(head.prefix { $0 != " " })
      var properties: [String: String] = [:]
      for part in head.drop(while: { $0 != " " }).dropFirst().split(separator: ",") {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        properties[String(pair[0])] = Self.undone(String(pair.last ?? ""))
      }
      self.properties = properties
      message = Self.undone(String(line[end.upperBound...]))
    }

    private static func undone(_ text: String) -> String {
      text.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%3A", with: ":")
        .replacing("%2C", with: ",").replacing("%25", with: "%")
    }
  }

  private func commands(_ run: SampleRun, isVerbose: Bool = false) throws -> [Command] {
    var options = ReportOptions()
    options.text.isVerbose = isVerbose
    let lines = try run.report(GitHubReport.self, options: options).split(separator: "\n")
    let commands = lines.compactMap { Command($0) }
    #expect(commands.count == lines.count)
    return commands
  }

  @Test(arguments: OutputInjectionTests.hostile + ["100%0Aa:b,c=d", "x,line=1::y", "%25"])
  func `every line is a command of ours, and means what was written`(text: String) throws {
    let commands = try commands(OutputInjectionTests.run(text))
    #expect(commands.map(\.kind) == ["error", "error", "warning"])
    for command in commands {
      #expect(command.message == TerminalText.escaped(text))
      #expect(command.properties["file"] == TerminalText.escaped(text))
      #expect(command.properties["line"] == "3")
    }
  }

  @Test(arguments: [(9, 9, 0), (10, 10, 0), (11, 10, 2), (40, 10, 31)])
  func `the runner's cap is kept and stated`(count: Int, lines: Int, more: Int) throws {
    var run = SampleRun(header: Sample.header())
    run.records = [
      Sample.record(
        "a", file: "a.json",
        findings: (1...count).map {
          Sample.finding("dates/x", .error, "Wrong.", at: Sample.span("a.json", line: $0))
        })
    ]
    run.count()
    let commands = try commands(run)
    #expect(commands.count == lines)
    let last = try #require(commands.last)
    #expect(last.message.contains("and \(more) more errors") == (more > 0))
  }

  @Test func `notes are told only when they are asked for, and a stop always`() throws {
    #expect(try !commands(Sample.everything()).contains { $0.kind == "notice" })
    #expect(try commands(Sample.everything(), isVerbose: true).contains { $0.kind == "notice" })
    let last = try commands(Sample.everything(isComplete: false)).last
    #expect(last?.message.contains("stopped") == true)
  }
}
