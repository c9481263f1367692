import Foundation
import Testing

/// Files of the repository, found from this one.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// Files with what a program is to write, rewritten only by `UPDATE_GOLDEN=1`.
enum Golden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Repository.root.appending(path: "Tests/Golden/Reports/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = try Data(contentsOf: file)
    #expect(Data(text.utf8) == golden, "\(name) differs", sourceLocation: sourceLocation)
  }
}
