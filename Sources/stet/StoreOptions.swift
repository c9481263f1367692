import ArgumentParser
import Model
import Run
import Settings
import Store

/// Where outcomes are remembered from run to run.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Remember outcomes in this file; .stet/links.sqlite in the project's folder if not given.",
      valueName: "file"),
    completion: .file())
  var store: String?

  @Flag(help: "Remember nothing, and ask every link again.")
  var noStore = false

  @Flag(help: "Ask every link again, and remember what comes.")
  var refresh = false

  @Option(
    help: ArgumentHelp(
      "How long verdicts are believed: 1d, or alive=7d, moved=7d, dead=1h (repeatable).",
      valueName: "time"))
  var maxAge: [AgeOption] = []

  mutating func validate() throws {
    if noStore, refresh {
      throw ValidationError("--refresh and --no-store exclude one another. Leave one out.")
    }
    if noStore, store != nil {
      throw ValidationError("--store and --no-store exclude one another. Leave one out.")
    }
    if store?.isEmpty == true { throw ValidationError("--store names no file.") }
  }

  /// Takes what was given over what is set.
  func apply(to ages: inout AgeLimits) {
    for age in maxAge {
      let seconds = age.duration.wholeSeconds
      if age.verdict != .dead, age.verdict != .moved { ages.alive = seconds }
      if age.verdict != .dead, age.verdict != .alive { ages.moved = seconds }
      if age.verdict == .dead || age.verdict == nil { ages.dead = seconds }
    }
    if refresh { (ages.alive, ages.moved, ages.dead) = (0, 0, 0) }
  }

  var place: StorePlace {
    if noStore { return .none }
    return store.map { .file($0) } ?? .usual
  }
}

/// An age on the command line: `1d` for all verdicts, `dead=1h` for one.
struct AgeOption: ExpressibleByArgument {
  /// None for all.
  let verdict: Verdict?
  let duration: Duration

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let text = parts.last, let duration = TimeText.duration(String(text)) else { return nil }
    self.duration = duration
    guard parts.count == 2 else {
      verdict = nil
      return
    }
    guard let verdict = Verdict(rawValue: String(parts[0])),
      [.alive, .moved, .dead].contains(verdict)
    else { return nil }
    self.verdict = verdict
  }
}
