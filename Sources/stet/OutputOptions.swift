import ArgumentParser
import Model
import Reports

/// What is reported, and how.
struct OutputOptions: ParsableArguments {
  @OptionGroup var render: RenderOptions

  @Option(
    help: ArgumentHelp(
      "The least severity that fails the run: error, if nothing says otherwise.",
      valueName: "severity"))
  var failOn: Severity?

  @Flag(help: "Leave out times, so that the same run gives the same bytes.")
  var noTimings = false
}
