import Foundation
import Testing

/// Programs of others that judge the reports.
enum Tool {
  struct Answer {
    let status: Int32
    let output: String
  }

  /// Runs a program of the virtual environment, which is made when it is not there.
  static func python(_ name: String, _ arguments: [String]) throws -> Answer {
    let environment = ProcessInfo.processInfo.environment
    let venv = environment["STET_VENV"] ?? Repository.root.appending(path: ".build/venv").path
    let setUp = try run(Repository.root.appending(path: "scripts/test-tools.sh").path, [])
    try #require(setUp.status == 0, "scripts/test-tools.sh: \(setUp.output)")
    return try run("\(venv)/bin/\(name)", arguments)
  }

  static func run(_ program: String, _ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }

  /// A foreign schema, which lies beside the checkout or in `STET_SCHEMAS`; none where it is not.
  static func schema(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    var folders = [Repository.root.deletingLastPathComponent().appending(path: "shared/schemas")]
    if let folder = environment["STET_SCHEMAS"] { folders.insert(URL(filePath: folder), at: 0) }
    let found = folders.map { $0.appending(path: name).path }
      .first { FileManager.default.fileExists(atPath: $0) }
    if found == nil {
      print("NOTICE: \(name) lies neither beside the checkout nor in STET_SCHEMAS.")
    }
    return found
  }

  /// Calls with a new folder, which is removed afterwards.
  static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "stet-reports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
