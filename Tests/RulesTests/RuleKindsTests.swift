import Foundation
import Testing

@testable import Rules

@Suite struct RuleKindsTests {
  @Test func `the list of kinds is the folder of kinds`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Rules/Kinds").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { String($0.dropLast(".swift".count)) }.sorted()
    #expect(RuleKinds.all.map { "\($0)" } == files)
  }

  @Test func `no two kinds have one name`() {
    #expect(Set(RuleKinds.all.map { $0.name }).count == RuleKinds.all.count)
  }
}
