import Foundation
import Settings

/// A folder with configuration files, removed when its holder goes.
final class SettingsFolder {
  let url: URL

  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
    for (name, text) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func settings(_ name: String = "stet.yml") throws -> ProjectSettings {
    try ConfigurationFile.settings(name, from: url.path)
  }

  /// The settings of one text.
  static func settings(_ text: String) throws -> ProjectSettings {
    try SettingsFolder(["stet.yml": text]).settings()
  }
}
