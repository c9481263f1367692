import Foundation
import Testing

@testable import Rules

@Suite struct RuleSchemaTests {
  @Test func `the schema and the reader know the same keys and kinds`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(RuleSchema.text.utf8))
    let schema = try #require(object as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == RuleFile.keys)
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let check = try #require(definitions["check"] as? [String: Any])
    let forms = try #require(check["oneOf"] as? [[String: Any]])
    #expect(forms[0]["enum"] as? [String] == RuleKinds.all.map { $0.name }.sorted())
  }

  @Test func `the published schema is the program's`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/rule-schema.json").standardized
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try RuleSchema.text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == RuleSchema.text)
  }
}
