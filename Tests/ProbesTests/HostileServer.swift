import Foundation
import Glibc

/// The server that misbehaves on purpose, as a child process with a base port of its own.
final class HostileServer: Sendable {
  let basePort: Int
  let folder: URL
  private let process: Process

  /// Starts the server and waits until it says that it is ready.
  init(lifetime: Duration = .seconds(170)) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stet-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let basePort = try Self.freeBasePort()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.script("hostile_server.py"),
      "--base-port", "\(basePort)", "--log", folder.appendingPathComponent("hits.jsonl").path,
      "--pki", folder.appendingPathComponent("pki").path,
      "--br-bomb", Self.script("br100.br"),
      "--cap-mb", "64", "--life-s", "\(lifetime.components.seconds)",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard !output.fileHandleForReading.availableData.isEmpty else { throw NotStarted() }
    self.basePort = basePort
    self.folder = folder
    self.process = process
  }

  /// The certificate of the authority that signs the good certificates.
  var authority: String { folder.appendingPathComponent("pki/ca.pem").path }

  /// The path of a file beside the server's own.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Hostile/\(name)").path
  }

  /// The log's lines so far.
  func log() throws -> [String] {
    try String(contentsOf: folder.appendingPathComponent("hits.jsonl"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// Ends the server and removes its files.
  func stop() {
    // Not SIGTERM: a child of a thread that blocks signals has it blocked too.
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  struct NotStarted: Error {}

  /// A port of which the next 40 are free too.
  private static func freeBasePort() throws -> Int {
    for _ in 0..<50 {
      let base = Int.random(in: 20_000..<32_000)
      if (0...40).allSatisfy({ isFree(base + $0) }) { return base }
    }
    throw NotStarted()
  }

  private static func isFree(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
