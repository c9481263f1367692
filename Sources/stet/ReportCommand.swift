import ArgumentParser
import Model
import Reports

/// `stet report`: the reports of a run that is over.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write reports of a run that is over, from its native report.",
    discussion: """
      The native report, --report jsonl=FILE of 'stet check', holds all that the others show: each \
      is written as that run would have written it. Exit status: 0, or 2 where that cannot be done.

      Examples:
        stet report out/stet.jsonl
        stet report out/stet.jsonl --report junit=out/stet.xml --report jsonl=-
      """)

  @Argument(
    help: ArgumentHelp("A native report, or - for standard input.", valueName: "result.jsonl"),
    completion: .file(extensions: ["jsonl"]))
  var file: String

  @OptionGroup(title: "Reports") var render: RenderOptions

  func run() throws {
    let reader = try ResultFiles.reader(file)
    var reports = try ReportSet(render.requests(), options: render.options)
    try reader.read { (event) throws(ResultError) in reports.take(event) }
    if let failure = reports.failures.first { throw failure }
  }
}
