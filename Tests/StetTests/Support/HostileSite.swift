import Foundation

/// The server that misbehaves on purpose, with its canary on the next port.
final class HostileSite {
  let port: Int
  let folder: Binary.Folder
  private let process = Process()

  init() async throws {
    folder = try Binary.Folder()
    // The server takes the forty ports from its base.
    port = Int.random(in: 300...480) * 100
    let scripts = Binary.root.appending(path: "Tests/Hostile")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", scripts.appending(path: "hostile_server.py").path, "--base-port", "\(port)",
      "--log", folder.url.appending(path: "hits.jsonl").path,
      "--pki", folder.url.appending(path: "pki").path, "--life-s", "120",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard await Loopback.waitForListener(port: port + 1, seconds: 60) else { throw NotStarted() }
  }

  deinit { kill(process.processIdentifier, SIGKILL) }

  /// The requests that came so far, one JSON object a line.
  var log: String {
    (try? String(contentsOf: folder.url.appending(path: "hits.jsonl"), encoding: .utf8)) ?? ""
  }

  struct NotStarted: Error {}
}
