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
      Totals and exit status are counted anew. Jobs that share a run by 'stet check --shard' read \
      all records and report their own, so that duplicates and links from one part to another are \
      found as in one run; jobs with records of their own each look in these. Where a part is \
      missing the report says that it is not complete. Exit status: 0, or 2.

      Examples:
        stet check articles/ --shard 1/2 --report jsonl=out/1.jsonl
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
    let merge = ResultMerge(readers)
    let missing = try merge.missingShards().map { "\($0.number)/\($0.count)" }
    if !missing.isEmpty {
      Terminal.errors.write(
        "stet: not among the reports: \(missing.joined(separator: ", ")) of --shard.\n")
    }
    var reports = try ReportSet(requests, options: ReportOptions())
    try merge.read { (event) throws(ResultError) in reports.take(event) }
    if let failure = reports.failures.first { throw failure }
  }
}
