import ArgumentParser
import Reports
import Standards

/// Guesses which command was meant; options are guessed by the parser of arguments.
enum CommandGuess {
  /// A line for arguments whose first words are no commands; none where they are, or none is near.
  static func sentence(for arguments: [String]) -> String? {
    var commands = StetCommand.configuration.subcommands
    var way = ["stet"]
    for argument in arguments {
      guard !commands.isEmpty, argument.utf8.first != UInt8(ascii: "-") else { return nil }
      if let command = commands.first(where: { name(of: $0) == argument }) {
        way.append(argument)
        commands = command.configuration.subcommands
        continue
      }
      guard let nearest = EditDistance.nearest(to: argument, in: commands.map(name)) else {
        return nil
      }
      return TerminalText.escaped("Did you mean '\((way + [nearest]).joined(separator: " "))'?")
        + "\n"
    }
    return nil
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
