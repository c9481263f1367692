import ArgumentParser
import Model
import Reports

/// Which reports are written, and how they look.
struct RenderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report (repeatable): \(formats).", valueName: "format[=file]"))
  var report: [ReportOption] = []

  @Option(
    help: ArgumentHelp("The least severity that the text report shows.", valueName: "severity"))
  var minSeverity = Severity.warning

  @Flag(name: .shortAndLong, help: "Print no text report.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show notes, doubtful links and the evidence of every verdict.")
  var verbose = false

  @Option(help: ArgumentHelp("Colour: auto, always, never.", valueName: "when"))
  var color = ColorOption.auto

  @Option(
    help: ArgumentHelp(
      "What the text report puts findings together by: record, rule, host, link.",
      valueName: "unit"))
  var groupBy = TextOptions.Grouping.record

  @Flag(help: "Count the findings of each rule at the end of the text report, most first.")
  var statistics = false

  @Option(
    help: ArgumentHelp("Who reads the JUnit report: ci, strict, single.", valueName: "profile"))
  var junitProfile = JUnitOptions.Profile.ci

  @Option(
    help: ArgumentHelp(
      "What a test case of junit, tap and ctrf is about: group, finding, record.",
      valueName: "unit"))
  var junitGranularity = JUnitOptions.Granularity.group

  @Option(help: ArgumentHelp("Test cases of junit that pass: keep, omit.", valueName: "what"))
  var junitPassing = JUnitOptions.Passing.keep

  @Option(
    help: ArgumentHelp(
      "What junit files test cases under: path, dotted (content.articles.a).", valueName: "form"))
  var junitClassname = JUnitOptions.Classname.path

  @Option(
    help: ArgumentHelp(
      "Test cases of junit with nothing graver than warnings that do not fail the run: pass, "
        + "skipped, failure (red although the exit status is 0).", valueName: "what"))
  var junitWarnings = JUnitOptions.Warnings.pass

  private static let formats = ReportFormats.all.map { $0.name }.joined(separator: ", ")

  /// The reports that were asked for; the text report is always one of them unless `--quiet`.
  func requests() throws(ReportError) -> [ReportRequest] {
    var requests: [ReportRequest] = []
    for option in report { requests.append(try ReportRequest(parsing: option.text)) }
    let takesOutput = requests.contains { $0.output.name == ReportOutput.standardOutput.name }
    if !quiet, !takesOutput {
      requests.insert(ReportRequest(format: TextReport.self, output: .standardOutput), at: 0)
    }
    return requests
  }

  /// How the reports look, on this terminal.
  var options: ReportOptions {
    var options = ReportOptions()
    options.text.minSeverity = minSeverity
    options.text.isVerbose = verbose
    options.text.showsStatistics = statistics
    options.text.isColored = Terminal.output.usesColor(color)
    options.text.width = Terminal.output.width
    options.text.grouping = groupBy
    options.text.hyperlinks = Terminal.output.hyperlinks
    options.junit.profile = junitProfile
    options.junit.granularity = junitGranularity
    options.junit.passing = junitPassing
    options.junit.classname = junitClassname
    options.junit.warnings = junitWarnings
    return options
  }
}

extension TextOptions.Grouping: ExpressibleByArgument {}
extension JUnitOptions.Profile: ExpressibleByArgument {}
extension JUnitOptions.Granularity: ExpressibleByArgument {}
extension JUnitOptions.Passing: ExpressibleByArgument {}
extension JUnitOptions.Classname: ExpressibleByArgument {}
extension JUnitOptions.Warnings: ExpressibleByArgument {}
