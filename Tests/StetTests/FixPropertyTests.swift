import Foundation
import Testing

/// For random records: what --fix makes of them is what the generator knows to be right.
@Suite struct FixPropertyTests {
  private static let seeds = Array(UInt64(1)...200)

  private func fixed(_ folder: Binary.Folder) async throws -> [String] {
    _ = try await Binary.run(
      [
        "check", ".", "--fix", "--offline", "--quiet", "--only", "shape/not-nfc", "--only",
        "shape/outer-white-space", "--only", "language/case", "--only", "language/deprecated",
        "--only", "record/*",
      ], in: folder.url)
    return try Self.seeds.map { seed in
      let url = folder.url.appending(path: "\(seed).json")
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
  }

  private func differ(_ left: String, _ right: String) -> Bool {
    !left.utf8.elementsEqual(right.utf8)
  }

  @Test func `the bytes of faults change and no others, and a second time changes nothing`()
    async throws
  {
    let folder = try Binary.Folder()
    let records = Self.seeds.map { RandomRecord(seed: $0) }
    for (seed, record) in zip(Self.seeds, records) {
      try folder.write("\(seed).json", record.text)
    }
    let once = try await fixed(folder)
    for (record, text) in zip(records, once) where differ(record.mended, text) {
      Issue.record("\(record.text)\nbecame\n\(text)\nand not\n\(record.mended)")
    }
    let twice = try await fixed(folder)
    #expect(!zip(once, twice).contains { differ($0, $1) })
    #expect(records.contains { differ($0.text, $0.mended) })
  }

  @Test func `what was mended is the same JSON but for the values`() async throws {
    let folder = try Binary.Folder()
    let records = Self.seeds.map { RandomRecord(seed: $0) }
    for (seed, record) in zip(Self.seeds, records) {
      try folder.write("\(seed).json", record.text)
    }
    for (record, text) in zip(records, try await fixed(folder)) {
      let plain =
        record.text.unicodeScalars.first == "\u{FEFF}"
        ? String(String.UnicodeScalarView(record.text.unicodeScalars.dropFirst())) : record.text
      let (before, after) = (try object(plain), try object(text))
      #expect(Set(before.keys) == Set(after.keys))
      for (name, value) in before
      where !["title", "summary", "body_md", "lang", "topics"].contains(name) {
        #expect((value as? NSObject) == (after[name] as? NSObject))
      }
      for name in ["title", "summary", "body_md"] {
        let old = try #require(before[name] as? String)
        let right = old.precomposedStringWithCanonicalMapping
          .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(!differ(try #require(after[name] as? String), right))
      }
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
