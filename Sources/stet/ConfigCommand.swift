import ArgumentParser
import Model
import Probes
import Run
import Settings

/// `stet config`: what is settled, and by whom.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settled configuration, or its schema.",
    subcommands: [Show.self, Schema.self],
    defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the settled configuration with the origin of each value.",
      discussion: """
        The options are those of 'stet check': the command line wins over the file, the file over \
        the defaults.
        """)

    @Option(help: ArgumentHelp("yaml or json.", valueName: "format"))
    var format = ShownFormat.yaml

    @OptionGroup(title: "Configuration") var config: ConfigOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Links") var links: LinkOptions

    @Option(help: ArgumentHelp("The least severity that fails the run.", valueName: "severity"))
    var failOn: Severity?

    func run() throws {
      var plan = Plan(inputs: [], now: 0, version: Version.number)
      plan.probing.userAgent = Version.userAgent
      try config.apply(to: &plan)
      plan.ruleFolders += rules.folders
      rules.apply(to: &plan.rules)
      links.apply(to: &plan)
      if let failOn { plan.failOn = failOn }
      try CheckRun.checkRules(of: plan)
      let shown = ShownSettings(plan, rules: rules, links: links, failOn: failOn)
      switch format {
      case .yaml: Terminal.output.write(shown.yaml)
      case .json: Terminal.output.write(shown.json)
      }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the JSON Schema of stet.yml, for editors.")

    func run() {
      Terminal.output.write(SettingsSchema.text)
    }
  }
}

/// How a configuration is shown.
enum ShownFormat: String, CaseIterable, ExpressibleByArgument {
  case yaml, json
}
