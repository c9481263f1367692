import ArgumentParser
import Model

/// Which suggestions are applied to the sources.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend in the sources what can be mended without a change of meaning.")
  var fix = false

  @Flag(help: "Mend what may change the meaning too; look at it afterwards.")
  var unsafeFixes = false

  @Flag(help: "Print as a diff what --fix would change, and write nothing; 1 when there is any.")
  var diff = false

  /// None when nothing is to be mended.
  var allowed: Suggestion.Safety? {
    unsafeFixes ? .unsafe : fix || diff ? .safe : nil
  }
}
