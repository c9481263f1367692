import Foundation
import Testing

/// A run of the program whose memory is measured.
struct MeasuredRun {
  let output: Binary.Output
  /// The largest resident size, in KiB.
  let peak: Int

  /// Runs to the end. A small process in between starts it: what it is started from would count.
  init(_ arguments: [String], in folder: Binary.Folder) async throws {
    let figure = folder.url.appending(path: "peak-\(UUID().uuidString)").path
    output = try await Binary.run(
      ["python3", "-c", Self.script, figure, Binary.url.path] + arguments,
      executable: URL(filePath: "/usr/bin/env"))
    peak = try #require(Int(String(contentsOfFile: figure, encoding: .utf8)))
  }

  private static let script = """
    import os, sys
    child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    open(sys.argv[1], "w").write(str(usage.ru_maxrss))
    sys.exit(os.waitstatus_to_exitcode(status))
    """
}
