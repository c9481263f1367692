import Foundation
import Testing

@Suite struct FileBudgetTests {
  /// Generated tables and data.
  private let exceptions: Set<String> = ["LanguageTable.swift", "ScriptTable.swift"]

  @Test(arguments: ["Sources", "Tests", "Plugins"])
  func `no file has more than 400 lines`(folder: String) {
    for file in House.swiftFiles(in: folder) where !exceptions.contains(file.lastPathComponent) {
      let lines = House.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count) lines")
    }
  }

  @Test func `nothing unfinished and nothing forced stands in Sources`() {
    // Split, so that this file does not hold the words that it forbids.
    let marks = ["TO" + "DO", "FIX" + "ME", "try" + "!", "as" + "! "]
    for file in House.swiftFiles(in: "Sources") {
      let text = House.text(of: file)
      for mark in marks {
        #expect(!text.contains(mark), "\(file.lastPathComponent) holds \(mark)")
      }
    }
  }
}
