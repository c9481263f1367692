import Foundation

/// The program under test, run as a user runs it.
struct Binary {
  /// What a run printed and how it ended.
  struct Output {
    let status: Int32
    let out: String
    let err: String

    /// The lines of standard output, without the last line's end.
    var lines: [String] { out.split(separator: "\n").map(String.init) }

    /// Standard output as JSON Lines.
    var json: [[String: Any]] { Binary.objects(in: out) }
  }

  /// The objects of JSON Lines.
  static func objects(in text: String) -> [[String: Any]] {
    text.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built program lies beside the test bundle.
  static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "stet")

  /// This process's environment without what tells a CI server, so that tests are the same on all,
  /// and with these variables.
  static func environment(with added: [String: String] = [:]) -> [String: String] {
    let servers = ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "JENKINS_URL", "TF_BUILD"]
    return ProcessInfo.processInfo.environment
      .filter { !servers.contains($0.key) }
      .merging(added) { _, added in added }
  }

  /// A folder that is deleted when its holder goes.
  final class Folder: Sendable {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and gives its path.
    @discardableResult func write(_ name: String, _ text: String) throws -> String {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return file.path
    }
  }

  /// A started run.
  final class Run {
    let process = Process()
    private let out = Pipe()
    private let err = Pipe()
    private let input = Pipe()

    init(
      _ arguments: [String], executable: URL, stdin: String?, folder: URL,
      environment: [String: String]
    ) throws {
      process.executableURL = executable
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = Binary.environment(with: environment)
      process.standardOutput = out
      process.standardError = err
      process.standardInput = input
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data((stdin ?? "").utf8))
      try input.fileHandleForWriting.close()
    }

    /// Waits for the end. Both streams are read at once, so that neither can fill up.
    func output() async throws -> Output {
      let (outHandle, errHandle) = (out.fileHandleForReading, err.fileHandleForReading)
      async let out = Self.text(of: outHandle)
      async let err = Self.text(of: errHandle)
      let (outText, errText) = (await out, await err)
      process.waitUntilExit()
      return Output(status: process.terminationStatus, out: outText, err: errText)
    }

    private static func text(of handle: FileHandle) async -> String {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          let data = (try? handle.readToEnd()) ?? nil
          continuation.resume(returning: String(decoding: data ?? Data(), as: UTF8.self))
        }
      }
    }
  }

  /// Tests about other things remember nothing, in whatever folder they run.
  private static func settled(_ arguments: [String]) -> [String] {
    let isAboutStore = arguments.contains { ["--store", "--no-store", "--help"].contains($0) }
    guard arguments.first == "check", !isAboutStore else { return arguments }
    return arguments + ["--no-store"]
  }

  static func start(
    _ arguments: [String], executable: URL = url, stdin: String? = nil, in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Run {
    try Run(
      settled(arguments), executable: executable, stdin: stdin, folder: folder,
      environment: environment)
  }

  /// Runs to the end.
  static func run(
    _ arguments: [String], executable: URL = url, stdin: String? = nil, in folder: URL = root,
    environment: [String: String] = [:]
  ) async throws -> Output {
    try await start(
      arguments, executable: executable, stdin: stdin, in: folder, environment: environment
    ).output()
  }
}
