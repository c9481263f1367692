import ArgumentParser
import Glibc
import Model
import Run

/// Where the process begins and ends: every error becomes a message and an exit status here.
@main enum Main {
  static func main() {
    SignalWatch.block()
    Task.detached { await run() }
    SignalWatch.wait()
  }

  private static func run() async -> Never {
    if StetCommand.asksForDetails(Array(CommandLine.arguments.dropFirst())) {
      Terminal.output.write("\(Version.details)\n")
      exit(ExitStatus.clean.rawValue)
    }
    do {
      var command = try StetCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(ExitStatus.clean.rawValue)
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch {
      end(error)
    }
  }

  /// Help and completions go to standard output; all else is trouble.
  private static func end(_ error: any Error) -> Never {
    if let prose = Prose.text(of: error) {
      Terminal.errors.write("stet: \(prose)\n")
      exit(ExitStatus.trouble.rawValue)
    }
    let message = StetCommand.fullMessage(for: error)
    guard StetCommand.exitCode(for: error).isSuccess else {
      let guess = CommandGuess.sentence(for: Array(CommandLine.arguments.dropFirst()))
      Terminal.errors.write(message.isEmpty ? "" : message + "\n" + (guess ?? ""))
      exit(ExitStatus.trouble.rawValue)
    }
    Terminal.output.write(message.isEmpty ? "" : message + "\n")
    exit(ExitStatus.clean.rawValue)
  }
}
