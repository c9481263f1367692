import ArgumentParser
import Model
import Probes
import Run

/// `stet baseline`: findings that a team lives with for now.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keep a list of the findings to live with for now.",
    discussion: """
      A baseline lets old records pass and holds new ones to every rule. It is a text of one line \
      for each finding, for version control, and outlives the moving and reformatting of records.

      Examples:
        stet baseline create articles/ --output stet.baseline
        stet check articles/ --baseline stet.baseline
        stet baseline prune stet.baseline articles/
      """,
    subcommands: [Create.self, Prune.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write all findings of today to a baseline.")

    @OptionGroup(title: "Records") var input: InputOptions
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The file to write: stet.baseline.", valueName: "file"),
      completion: .file())
    var output: String
    @OptionGroup(title: "Configuration") var config: ConfigOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Links") var links: LinkOptions
    @OptionGroup(title: "Time") var clock: ClockOptions

    mutating func validate() throws {
      if [".json", ".jsonl", ".ndjson"].contains(where: { output.hasSuffix($0) }) {
        throw ValidationError(
          "A baseline called '\(output)' would be read as records. Call it stet.baseline.")
      }
    }

    func run() async throws {
      let count = try await BaselineCommand.write(
        to: output, input: input, config: config, rules: rules, links: links, clock: clock, old: nil
      )
      Terminal.output.write(
        "\(output) excuses \(count.after) finding\(count.after == 1 ? "" : "s").\n")
    }
  }

  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out of a baseline what is mended.",
      discussion: """
        Give the paths of all records: what is not found in them is taken out. What rules would \
        find that are not asked (--offline, --only) stays.
        """)

    @Argument(help: ArgumentHelp("The baseline.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup(title: "Records") var input: InputOptions
    @OptionGroup(title: "Configuration") var config: ConfigOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Links") var links: LinkOptions
    @OptionGroup(title: "Time") var clock: ClockOptions

    func run() async throws {
      let count = try await BaselineCommand.write(
        to: file, input: input, config: config, rules: rules, links: links, clock: clock, old: file)
      let gone = count.before - count.after
      Terminal.output.write(
        "\(file) excuses \(count.after) finding\(count.after == 1 ? "" : "s"); "
          + "\(gone) \(gone == 1 ? "is" : "are") gone.\n")
    }
  }

  /// - Parameter old: the path of the baseline to prune; none for a new one.
  private static func write(
    to path: String, input: InputOptions, config: ConfigOptions, rules: RuleOptions,
    links: LinkOptions,
    clock: ClockOptions, old: String?
  ) async throws -> BaselineCount {
    if input.since != nil {
      throw ValidationError("A baseline is of all records. Leave --since out.")
    }
    var plan = Plan(inputs: input.paths, now: try clock.seconds(), version: Version.number)
    plan.probing.userAgent = Version.userAgent
    try config.apply(to: &plan)
    plan.reading = input.reading
    plan.ruleFolders += rules.folders
    rules.apply(to: &plan.rules)
    plan.isOffline = links.offline
    links.apply(to: &plan)
    plan.baseline = old
    let check = CheckRun(plan)
    SignalWatch.react { signal in
      check.interrupt(exit: ExitStatus(rawValue: 128 + signal) ?? .terminated)
    }
    let progress = ProgressLine(isShown: Terminal.errors.isTerminal)
    var observer = RunObserver()
    observer.onProgress = { progress.show($0) }
    guard let count = try await check.writeBaseline(to: path, observer)
    else { throw ExitCode((check.stopped ?? .trouble).rawValue) }
    return count
  }
}
