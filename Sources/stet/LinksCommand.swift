import ArgumentParser
import Model
import Records
import Reports
import Run

/// `stet links`: what links the records hold, without any request.
struct LinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Print every link of the records as JSON Lines, without any request.",
    discussion: """
      One line for each occurrence, in order: record, file, field, line, column, bodyLine, \
      bodyColumn, role, href, target, fragment. What cannot be read as a record is told on \
      standard error.
      """)

  @OptionGroup(title: "Records") var input: InputOptions
  @OptionGroup(title: "Configuration") var config: ConfigOptions

  func run() async throws {
    let listing = LinkListing(
      inputs: input.paths, reading: input.reading, settings: try config.settings())
    let unread = try await listing.write { Terminal.output.write($0) }
    for finding in unread {
      let place =
        "\(finding.span.start.file):\(finding.span.start.line):\(finding.span.start.column)"
      Terminal.errors.write(TerminalText.escaped("\(place): \(finding.message)") + "\n")
    }
  }
}
