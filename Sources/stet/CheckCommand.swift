import ArgumentParser
import Model
import Probes
import Reports
import Run

/// `stet check`: the main job.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check records: rules, links, and what the site serves.",
    discussion: """
      Exit status: 0 nothing to complain of, 1 findings at or over --fail-on, 2 the work could not \
      be done, 130 or 143 stopped by a signal.

      On a terminal a line tells how far the links are: how many are probed, of how many, alive, dead, \
      doubtful, how many a second, the time left, and the hosts that most links wait for. With CI set \
      it is a plain line every ten seconds; into a pipe or a file there is none.

      Examples:
        stet check articles/
        stet check articles/ --offline
        stet check articles/ --diff
        stet check articles/ --fix
        stet check articles/ --baseline stet.baseline
        stet check articles/ --since origin/main
        stet check 'articles/**/*.json' --report junit=out/stet.xml
        git show HEAD:articles/a.json | stet check - --stdin-name articles/a.json
      """)

  @OptionGroup(title: "Records") var input: InputOptions
  @OptionGroup(title: "Configuration") var config: ConfigOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @Option(
    help: ArgumentHelp("Excuse the findings of this baseline.", valueName: "file"),
    completion: .file())
  var baseline: String?
  @Option(
    help: ArgumentHelp(
      """
      Report and probe one of several equal parts of the records, 1/4: each job takes one, and \
      'stet merge' joins them. Rules over the corpus still see all.
      """, valueName: "part"))
  var shard: Shard?
  @OptionGroup(title: "Fixes") var fixes: FixOptions
  @OptionGroup(title: "Links") var links: LinkOptions
  @OptionGroup(title: "Memory") var store: StoreOptions
  @OptionGroup(title: "Reports") var output: OutputOptions
  @OptionGroup(title: "Time") var clock: ClockOptions

  func run() async throws {
    var plan = Plan(inputs: input.paths, now: try clock.seconds(), version: Version.number)
    plan.probing.userAgent = Version.userAgent
    try config.apply(to: &plan)
    plan.reading = input.reading
    plan.since = input.since
    plan.shard = shard
    plan.ruleFolders += rules.folders
    rules.apply(to: &plan.rules)
    plan.baseline = baseline
    plan.fixing = fixes.allowed
    plan.isOffline = links.offline
    links.apply(to: &plan)
    plan.store = store.place
    store.apply(to: &plan.ages)
    plan.reports = try output.render.requests()
    if output.render.report.isEmpty, !fixes.diff, let server = CIServer.current {
      plan.reports += server.requests
      Terminal.errors.write("stet: \(server.sentence)\n")
    }
    plan.reportOptions = output.render.options
    if let severity = output.failOn { plan.failOn = severity }
    plan.showsTimings = !output.noTimings

    if let line = links.warning, !plan.isOffline { Terminal.errors.write("stet: \(line)\n") }
    let check = CheckRun(plan)
    SignalWatch.react { signal in
      check.interrupt(exit: ExitStatus(rawValue: 128 + signal) ?? .terminated)
    }
    let progress = ProgressLine(ProgressLine.form(isQuiet: output.render.quiet))
    var observer = RunObserver()
    observer.onProgress = { progress.show($0) }
    observer.onTrouble = { trouble in
      progress.show(nil)
      Terminal.errors.write("stet: \(Prose.warning(of: trouble))\n")
    }
    if fixes.diff {
      let (totals, exit) = try await check.diff(observer) { Terminal.output.write($0) }
      Terminal.errors.write(FixText.intention(totals).map { "\($0)\n" }.joined())
      throw ExitCode(exit.rawValue)
    }
    let status = try await check.execute(observer)
    throw ExitCode(status.rawValue)
  }

  mutating func validate() throws {
    if fixes.diff, !output.render.report.isEmpty {
      throw ValidationError("--diff writes no report. Leave --report out, or --diff.")
    }
  }
}

/// The clock that a run goes by.
struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take this as the present: 2026-06-25T12:00:00Z. SOURCE_DATE_EPOCH is heeded too.",
      valueName: "instant"))
  var now: InstantOption?

  /// Seconds since 1970.
  func seconds() throws -> Int {
    if let now { return now.seconds }
    guard let epoch = Environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else { return Clock.now }
    guard let seconds = Int(epoch) else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is '\(epoch)', not a number of seconds. Unset it or mend it.")
    }
    return seconds
  }
}
