import Foundation
import Settings
import Testing

@Suite struct SettingsSchemaTests {
  private func schema() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(SettingsSchema.text.utf8))
    return try #require(object as? [String: Any])
  }

  private func keys(_ way: String...) throws -> [String] {
    var schema: [String: Any] = try schema()
    for step in way {
      let next = (schema["properties"] as? [String: Any])?[step] as? [String: Any]
      schema = try #require(next, "\(step)")
      if let items = schema["items"] as? [String: Any] { schema = items }
    }
    return try #require(schema["properties"] as? [String: Any]).keys.sorted()
  }

  @Test func `the schema and the reader know the same keys`() throws {
    #expect(try keys() == SettingsKeys.top)
    #expect(try keys("fields") == SettingsKeys.fields)
    #expect(try keys("ignore") == SettingsKeys.ignore)
    #expect(try keys("links") == SettingsKeys.links)
    #expect(try keys("overrides") == SettingsKeys.override)
    #expect(try keys("thresholds") == SettingsKeys.thresholds)
    #expect(try keys("thresholds", "doubtful") == SettingsKeys.threshold)
    let definitions = try #require(try schema()["$defs"] as? [String: Any])
    let level = try #require(definitions["level"] as? [String: Any])
    #expect(level["enum"] as? [String] == SettingsKeys.levels)
  }

  @Test func `the published schema is the program's`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/stet-schema.json").standardized
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try SettingsSchema.text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == SettingsSchema.text)
  }
}
