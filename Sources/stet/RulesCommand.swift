import ArgumentParser
import Model
import Rules
import Run
import Settings

/// `stet rules`: what is demanded, and the tests of it.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, explain, test and write rules.",
    subcommands: [List.self, Explain.self, Test.self, New.self, Schema.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print every rule: severity, ID, whether it offers a fix, what is wrong.")

    @OptionGroup var folders: RuleFolderOptions

    func run() throws {
      Terminal.output.write(
        RuleDocumentation.list(try RuleCatalogue(folders: folders.all()).rules))
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explain a rule: why it matters, what to do, examples.")

    @Argument(help: ArgumentHelp("The rule's ID: dates/not-utc.", valueName: "rule"))
    var ids: [String]

    @OptionGroup var folders: RuleFolderOptions

    func run() throws {
      let catalogue = try RuleCatalogue(folders: folders.all(), examples: .all)
      var texts: [String] = []
      for id in ids {
        guard let rule = catalogue.rule(RuleID(id)) else {
          throw ValidationError(RuleDocumentation.unknown(id, in: catalogue))
        }
        texts.append(RuleDocumentation.explanation(of: rule))
      }
      Terminal.output.write(texts.joined(separator: "\n"))
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples of rule files, which are their tests.",
      discussion: "Without a folder, those of the shipped rules.")

    @Argument(help: ArgumentHelp("A folder of rule files.", valueName: "folder"))
    var folder: String?

    func run() throws {
      let catalogue =
        if let folder { try RuleCatalogue(folder: folder) } else {
          try RuleCatalogue(examples: .all)
        }
      let failures = RuleExamples.run(
        catalogue, read: ExampleReader.reading, judge: ExampleReader.faults)
      for failure in failures { Terminal.output.write("\(failure)\n") }
      let count = catalogue.rules.reduce(0) {
        $0 + $1.examples.passing.count + $1.examples.failing.count
      }
      Terminal.output.write(
        "\(catalogue.rules.count) rules, \(count) examples, \(failures.count) failed\n")
      if !failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
  }
}

/// The folders of rules of one's own.
struct RuleFolderOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Add the rule files of a folder (repeatable).", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  @OptionGroup var config: ConfigOptions

  /// Those of the configuration, then those of the command line.
  func all() throws -> [String] {
    try config.settings().ruleFolders.map(\.value) + folders
  }
}
