import ArgumentParser

@main struct Stet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet", abstract: "Checks article records before they are published.")
}
