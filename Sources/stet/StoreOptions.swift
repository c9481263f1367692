import ArgumentParser
import Run

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

  mutating func validate() throws {
    if noStore, store != nil {
      throw ValidationError("--store and --no-store exclude one another. Leave one out.")
    }
    if store?.isEmpty == true { throw ValidationError("--store names no file.") }
  }

  var place: StorePlace {
    if noStore { return .none }
    return store.map { .file($0) } ?? .usual
  }
}
