import ArgumentParser
import Glibc
import Model
import Records
import Reports
import Run
import Store

/// `stet store`: what is remembered of links.
struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Look at what is remembered of links, and move it about.",
    subcommands: [Stats.self, Prune.self, Export.self, Import.self],
    defaultSubcommand: Stats.self)

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what the store holds.")

    @OptionGroup var place: StorePlaceOptions

    func run() throws {
      let path = try place.existing()
      let statistics = try StoreTool(path: path, now: place.clock.seconds()).statistics()
      var lines: [(label: String, text: String)] = [
        ("file", TerminalText.escaped(path)),
        ("size", "\(statistics.bytes) bytes"),
        ("targets", "\(statistics.targets)"),
      ]
      for verdict in Verdict.allCases where verdict != .unchecked {
        lines.append((verdict.rawValue, "\(statistics.verdicts[verdict] ?? 0)"))
      }
      lines.append(("young", "\(statistics.young), believed without a request"))
      lines.append(("failing", "\(statistics.failing), in more than one run"))
      lines.append(("settings", Counted.text(statistics.policies.count, "kind")))
      if let oldest = statistics.oldest, let newest = statistics.newest {
        let dates = [oldest, newest].map { UTCTime.date(secondsSince1970: $0) }
        lines.append(("learnt", "from \(dates[0]) to \(dates[1])"))
      }
      for (label, text) in lines {
        let gap = String(repeating: " ", count: 10 - label.utf8.count)
        Terminal.output.write("\(label)\(gap)\(text)\n")
      }
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forget what was learnt long ago.")

    @Option(
      help: ArgumentHelp("Forget what was learnt before so many days.", valueName: "days"))
    var olderThan = 30

    @OptionGroup var place: StorePlaceOptions

    mutating func validate() throws {
      guard (0...36_500).contains(olderThan) else {
        throw ValidationError("--older-than takes a number of days from 0 to 36500.")
      }
    }

    func run() throws {
      let tool = try StoreTool(path: place.existing(), now: place.clock.seconds())
      let count = try tool.prune(olderThan: olderThan * 86_400)
      Terminal.output.write("\(Counted.text(count, "target")) forgotten\n")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print all that is remembered as JSON Lines, sorted.",
      discussion: """
        For a branch that carries the store from one CI job to the next, where lines can be \
        compared and merged. Addresses are without their secrets.
        """)

    @OptionGroup var place: StorePlaceOptions

    func run() throws {
      let tool = try StoreTool(path: place.existing(), now: place.clock.seconds())
      try tool.export { Terminal.output.write($0) }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take over what was exported, where it is newer than what is known.")

    @Argument(
      help: ArgumentHelp("Files of 'stet store export'; '-' is standard input.", valueName: "file"),
      completion: .file())
    var files: [String]

    @OptionGroup var place: StorePlaceOptions

    func run() throws {
      let tool = try StoreTool(path: place.path, now: place.clock.seconds())
      for file in files {
        guard let lines = LineReader(path: file) else {
          throw ValidationError("'\(file)' cannot be opened. Check the path.")
        }
        let result = try tool.merge { lines.next() }
        for number in result.refused.prefix(10) {
          Terminal.errors.write(
            TerminalText.escaped("\(file):\(number): no line of an export; left out.") + "\n")
        }
        Terminal.output.write(
          TerminalText.escaped(
            "\(file): \(Counted.text(result.lines, "line")), \(result.taken) taken, "
              + "\(result.refused.count) refused") + "\n")
      }
    }
  }
}

/// Where the store is, for commands that need one.
struct StorePlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store; .stet/links.sqlite in the project's folder if not given.", valueName: "file"),
    completion: .file())
  var store: String?

  @OptionGroup var clock: ClockOptions

  /// The path of a store that is there.
  func existing() throws -> String {
    guard access(path, F_OK) == 0 else {
      throw ValidationError(
        "There is no store '\(path)'. 'stet check' makes it; --store names another.")
    }
    return path
  }

  var path: String {
    if let store { return store }
    if case .file(let path) = StorePlace.usual { return path }
    return ".stet/links.sqlite"
  }
}
