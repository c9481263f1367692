import Foundation
import Testing

/// The server that misbehaves on purpose, with its canary on the next port.
final class HostileSite: Sendable {
  let port: Int
  let folder: Binary.Folder
  private let process = Process()

  init() async throws {
    folder = try Binary.Folder()
    // The server takes the forty ports from its base. Higher ones are given to clients.
    port = try #require(
      (0..<50).lazy.map { _ in Int.random(in: 20_000..<32_000) }.first { base in
        (0...40).allSatisfy { Loopback.isFree(port: base + $0) }
      })
    let scripts = Binary.root.appending(path: "Tests/Hostile")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", scripts.appending(path: "hostile_server.py").path, "--base-port", "\(port)",
      "--log", folder.url.appending(path: "hits.jsonl").path,
      "--pki", authority.deletingLastPathComponent().path, "--life-s", "240",
      "--br-bomb", scripts.appending(path: "br100.br").path, "--cap-mb", "512",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The last port that it opens.
    guard await Loopback.waitForListener(port: port + 37, seconds: 60) else { throw NotStarted() }
  }

  /// The certificate of the authority that signs the good certificates.
  var authority: URL { folder.url.appending(path: "pki/ca.pem") }

  /// Options that lead to all ports but the canary's, and wait for nothing longer than a few seconds.
  var hurriedOptions: [String] {
    [
      "--only", "links/*", "--no-store", "--rate", "off", "--host-connections", "64",
      "--connections", "256", "--timeout", "3s", "--connect-timeout", "2s", "--ca-file",
      authority.path, "--report", "jsonl",
    ] + ([0] + (2...40)).flatMap { ["--allow-address", "127.0.0.1:\(port + $0)"] }
  }

  /// Every path that the server knows, with a value where one is part of it.
  static func paths() throws -> [String] {
    let script = Binary.root.appending(path: "Tests/Hostile/hostile_server.py").path
    let samples = ["/status/": "404", "/redirect/": "3", "/redirect-scheme/": "file"]
    return try Program.run("python3", [script, "--list"]).output.split(separator: "\n")
      .compactMap { line in
        let cells = line.split(separator: "`")
        guard cells.count > 1, cells[1].hasPrefix("/") else { return nil }
        guard cells[1].hasSuffix("*") else { return String(cells[1]) }
        let path = String(cells[1].dropLast())
        return path + (samples[path] ?? "x")
      }
  }

  var processIdentifier: pid_t { process.processIdentifier }

  deinit { kill(process.processIdentifier, SIGKILL) }

  /// The requests that came so far, one JSON object a line.
  var log: String {
    (try? String(contentsOf: folder.url.appending(path: "hits.jsonl"), encoding: .utf8)) ?? ""
  }

  struct NotStarted: Error {}
}
