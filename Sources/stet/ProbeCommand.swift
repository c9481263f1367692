import ArgumentParser
import Links
import Model
import Probes
import Reports
import Run

/// `stet probe`: explains one address, or some.
struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Ask addresses now, and explain the verdict: every request, its time, its answer.",
    discussion: """
      Nothing is remembered and nothing that is remembered counts. Exit status: 0 alive or moved, and \
      doubtful unless --fail-on says else; 1 dead; 2 no address that can be asked.

      Examples:
        stet probe https://example.com/page#part
        stet probe --json https://example.com/ | jq .verdict
      """)

  @Argument(help: ArgumentHelp("An absolute address, with its fragment.", valueName: "url"))
  var urls: [String]

  @OptionGroup(title: "Links") var links: LinkOptions

  @Flag(help: "Print one line of JSON for each address.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "The least severity that fails: a dead link is an error, a missing fragment a warning, a "
        + "doubtful or moved link a note.", valueName: "severity"))
  var failOn = Severity.warning

  @Option(help: ArgumentHelp("Colour: auto, always, never.", valueName: "when"))
  var color = ColorOption.auto

  mutating func validate() throws {
    if links.offline { throw ValidationError("'stet probe' asks: --offline makes no sense here.") }
    for url in urls {
      switch Destination(of: url) {
      case .unprobed(_, .relativeWithoutBase):
        throw ValidationError("'\(url)' is no absolute address. Did you mean 'https://\(url)'?")
      case .unprobed(_, .malformed(let phrase)):
        throw ValidationError("'\(url)' is no URL: \(phrase).")
      case .target, .unprobed: continue
      }
    }
  }

  func run() async throws {
    var plan = Plan(inputs: [], now: 0, version: Version.number)
    plan.probing.userAgent = Version.userAgent
    links.apply(to: &plan)
    let settings = plan.probing
    if let line = links.warning { Terminal.errors.write("stet: \(line)\n") }
    let check = ProbeCheck(addresses: urls, settings: settings)
    SignalWatch.react { signal in
      check.interrupt(exit: ExitStatus(rawValue: 128 + signal) ?? .terminated)
    }
    let explanations = await check.explanations()
    var status = ExitStatus.clean
    for (number, explanation) in explanations.enumerated() {
      let command = check.command(for: explanation)
      if json {
        Terminal.output.write(explanation.json(repeated: command))
      } else {
        Terminal.output.write(
          (number > 0 ? "\n" : "")
            + explanation.text(
              isColored: Terminal.output.usesColor(color), repeated: command))
      }
      if let severity = severity(of: explanation.judgement), severity >= failOn {
        status = .findings
      }
    }
    throw ExitCode((check.interruption ?? status).rawValue)
  }

  /// How much a verdict weighs, as in the rules of the pack `links`.
  private func severity(of judgement: Judgement) -> Severity? {
    switch judgement.verdict {
    case .dead: judgement.cause == "fragment-missing" ? .warning : .error
    case .moved, .doubtful: .note
    case .alive, .unchecked: nil
    }
  }
}
