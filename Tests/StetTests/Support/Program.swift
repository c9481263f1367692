import Foundation
import Testing

/// Programs of others.
enum Program {
  /// Runs a program to its end; its output and its errors come as one text.
  @discardableResult static func run(
    _ name: String, _ arguments: [String], in folder: URL = Binary.root
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Has check-jsonschema judge files by a published schema.
  static func judge(
    _ files: [String], by schema: String
  ) throws -> (status: Int32, output: String) {
    let environment = ProcessInfo.processInfo.environment
    let venv = environment["STET_VENV"] ?? Binary.root.appending(path: ".build/venv").path
    let setUp = try run(Binary.root.appending(path: "scripts/test-tools.sh").path, [])
    try #require(setUp.status == 0, "scripts/test-tools.sh: \(setUp.output)")
    let schema = Binary.root.appending(path: "docs/\(schema)").path
    return try run("\(venv)/bin/check-jsonschema", ["--schemafile", schema] + files)
  }
}

/// A program of others that runs until it is stopped.
struct BackgroundProgram {
  private let process = Process()

  init(_ name: String, _ arguments: [String]) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  // SIGKILL: a child of a thread that blocks SIGTERM blocks it too.
  func stop() { kill(process.processIdentifier, SIGKILL) }
}
