import ArgumentParser
import Model
import Reports

/// `stet merge`: one report of a run that several jobs have shared.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the native reports of several jobs into one.",
    discussion: """
      Records come in the order of the reports, each once; a link that several jobs met is one. \
      Totals and exit status are counted anew. What only all records together show, such as \
      duplicates, is looked for by each job in its own records. Exit status: 0, or 2.

      Examples:
        stet merge out/1.jsonl out/2.jsonl > out/all.jsonl
        stet merge out/*.jsonl --report jsonl=out/all.jsonl --report junit=out/stet.xml
      """)

  @Argument(
    help: ArgumentHelp("Native reports.", valueName: "result.jsonl"),
    completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Write a report (repeatable); the native one on standard output, if nothing is said.",
      valueName: "format[=file]"))
  var report: [ReportOption] = []

  mutating func validate() throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  func run() throws {
    var requests: [ReportRequest] = []
    for option in report { requests.append(try ReportRequest(parsing: option.text)) }
    if requests.isEmpty {
      requests = [ReportRequest(format: JSONLinesReport.self, output: .standardOutput)]
    }
    var readers: [ResultReader] = []
    for file in files { readers.append(try ResultFiles.reader(file)) }
    var reports = try ReportSet(requests, options: ReportOptions())
    try ResultMerge(readers).read { (event) throws(ResultError) in reports.take(event) }
    if let failure = reports.failures.first { throw failure }
  }
}
