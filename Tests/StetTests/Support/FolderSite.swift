import Foundation

/// A site of plain files, for as long as its holder lives.
final class FolderSite {
  let port = Loopback.freePort()
  let folder: Binary.Folder
  private let process = Process()

  init() async throws {
    folder = try Binary.Folder()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-m", "http.server", "\(port)", "--bind", "127.0.0.1", "--directory",
      folder.url.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard await Loopback.waitForListener(port: port) else { throw NotStarted() }
  }

  // SIGKILL: a child of a thread that blocks SIGTERM blocks it too.
  deinit { kill(process.processIdentifier, SIGKILL) }

  struct NotStarted: Error {}

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The options that lead to the site.
  var options: [String] { ["--allow-address", "127.0.0.1:\(port)", "--rate", "off"] }
}
