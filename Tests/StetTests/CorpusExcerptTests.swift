import Foundation
import Testing

@Suite struct CorpusExcerptTests {
  @Test func `a finding over all records shows its line`() async throws {
    let folder = try Binary.Folder()
    try folder.write(
      "a.jsonl", #"{"slug":"one","lang":"en"}"# + "\n" + #"{"slug":"one","lang":"en"}"# + "\n")
    let run = try await Binary.run(
      ["check", "a.jsonl", "--offline", "--only", "corpus/*", "--report", "jsonl"], in: folder.url)
    let finding = try #require(run.json.first { $0["type"] as? String == "finding" })
    #expect(finding["rule"] as? String == "corpus/duplicate-slug")
    #expect(finding["line"] as? Int == 2)
    let excerpt = try #require(finding["excerpt"] as? [String: Any])
    #expect(excerpt["text"] as? String == #"{"slug":"one","lang":"en"}"#)
  }
}
