import Foundation
import Testing

/// The real record that lies beside the checkout; its text is not in this repository.
@Suite struct SampleRecordTests {
  private let sample = Binary.root.appending(path: "../shared/sample/article.json")
    .standardizedFileURL.path

  private func isThere() -> Bool {
    if FileManager.default.fileExists(atPath: sample) { return true }
    print("The sample record is not beside this checkout: nothing is checked here.")
    return false
  }

  @Test func `it has no error, and both malformed links are found at their columns`() async throws {
    guard isThere() else { return }
    let run = try await Binary.run(["check", sample, "--offline", "--report", "jsonl"])
    #expect(run.status == 0, "\(run.out)\(run.err)")
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    #expect(!findings.contains { $0["severity"] as? String == "error" })

    let bytes = try Data(contentsOf: URL(filePath: sample))
    for (rule, text, mark) in [
      ("urls/malformed-query", "authuser=0/?loclr", "?loclr"),
      ("urls/query-after-fragment", "#events/?loclr", "?loclr"),
    ] {
      let finding = try #require(findings.first { $0["rule"] as? String == rule })
      #expect(findings.filter { $0["rule"] as? String == rule }.count == 1)
      // The file is one line, so columns follow from the place of the text alone.
      let place = try #require(bytes.range(of: Data(text.utf8)))
      let offset = text.range(of: mark).map { text[..<$0.lowerBound].utf8.count } ?? 0
      let before = String(decoding: bytes[..<(place.lowerBound + offset)], as: UTF8.self)
      #expect(finding["line"] as? Int == 1)
      #expect(finding["column"] as? Int == before.unicodeScalars.count + 1)
    }
  }

  @Test func `its links are listed with their places in the body and in the file`() async throws {
    guard isThere() else { return }
    let run = try await Binary.run(["links", sample])
    #expect(run.status == 0)
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: sample)))
        as? [String: Any])
    let body = try #require(record["body_md"] as? String)
    let lines = body.components(separatedBy: "\n").map { Array($0.unicodeScalars) }
    let links = run.json.filter { $0["role"] as? String == "body" }
    #expect(links.count == body.components(separatedBy: "](http").count - 1)
    for link in links {
      let href = Array(try #require(link["href"] as? String).unicodeScalars)
      let line = lines[try #require(link["bodyLine"] as? Int) - 1]
      let column = try #require(link["bodyColumn"] as? Int) - 1
      #expect(Array(line[column..<column + href.count]) == href)
    }
    #expect(run.json.filter { $0["role"] as? String == "alternate" }.count == 4)
  }
}
