import ArgumentParser

/// The root: `stet`.
struct StetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Checks article records before they are published.",
    discussion: """
      Rules over the JSON, every link probed, and what the site serves compared with what the \
      record says. Start with: stet check articles/
      """,
    subcommands: [
      CheckCommand.self, LinksCommand.self, ProbeCommand.self, RulesCommand.self,
      BaselineCommand.self, ReportCommand.self, MergeCommand.self, ConfigCommand.self,
      StoreCommand.self,
    ])

  @Flag(help: "Print the version and exit; with --verbose, of the libraries and data too.")
  var version = false

  func run() async throws {
    guard version else { throw CleanExit.helpRequest(self) }
    Terminal.output.write("stet \(Version.number)\n")
  }

  /// Whether the arguments ask for the long form of the version. They are not parsed: a flag
  /// `--verbose` of the root would take that of every subcommand (swift-argument-parser 1.8.2).
  static func asksForDetails(_ arguments: [String]) -> Bool {
    arguments.count == 2 && arguments.contains("--version")
      && (arguments.contains("--verbose") || arguments.contains("-v"))
  }
}
