import ArgumentParser
import Records

/// Where records come from.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders or patterns; '-' is standard input.",
      discussion: """
        Records are .json (one object, or an array of objects), .jsonl and .ndjson (one object a \
        line), each also as .gz. Folders are searched to the bottom.
        """, valueName: "path"),
    completion: .file())
  var paths: [String] = ["."]

  @Option(help: ArgumentHelp("What reports call standard input.", valueName: "name"))
  var stdinName = "-"

  @Option(help: ArgumentHelp("Refuse longer records: 16MiB, 500kB.", valueName: "size"))
  var maxRecordSize: SizeOption?

  @Option(
    help: ArgumentHelp(
      """
      Report and probe only records that have changed since this git revision; rules over the \
      corpus still see all.
      """, valueName: "revision"))
  var since: String?

  var reading: ReadOptions {
    ReadOptions(
      recordLimit: maxRecordSize?.bytes ?? ReadOptions.defaultRecordLimit,
      standardInputName: stdinName)
  }
}
