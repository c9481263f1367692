import ArgumentParser
import Glibc
import Run
import Settings

/// Where the project's configuration is.
struct ConfigOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read this configuration instead of the stet.yml above the working directory.",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  mutating func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude one another.")
    }
  }

  /// What the configuration says; nothing where there is none.
  func settings() throws(SettingsError) -> ProjectSettings {
    guard !noConfig else { return ProjectSettings() }
    let folder = WorkingDirectory.path
    let path: String?
    if let config {
      path = config
    } else {
      path = try ConfigurationFile.path(above: folder, home: Environment["HOME"])
    }
    guard let path else { return ProjectSettings() }
    return try ConfigurationFile.settings(path, from: folder)
  }

  func apply(to plan: inout Plan) throws(SettingsError) {
    plan.workingDirectory = WorkingDirectory.path
    plan.take(try settings())
  }
}

/// The folder that relative paths start from.
enum WorkingDirectory {
  /// Absolute.
  static var path: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
