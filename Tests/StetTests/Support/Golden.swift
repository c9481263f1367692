import Foundation
import Testing

/// Texts that are kept in `Tests/Golden/Stet/` and rewritten only when UPDATE_GOLDEN is 1.
enum Golden {
  static func expect(_ text: String, _ name: String) throws {
    let file = Binary.root.appending(path: "Tests/Golden/Stet/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs; UPDATE_GOLDEN=1 rewrites it")
  }
}
