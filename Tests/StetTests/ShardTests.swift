import Foundation
import Testing

/// Several jobs share a run: together they say what one would.
@Suite struct ShardTests {
  /// Records of which some have the same title, address or body, and which link to one another.
  private func corpus() throws -> Binary.Folder {
    let folder = try Binary.Folder()
    let text = "The harbour council voted on the winter timetable of the ferry after a long debate"
    var lines = ""
    for number in 0..<40 {
      let next = (number + 1) % 40
      let body =
        "# Part \(number % 7)\n\n\(text) about \(number % 5).\n\n"
        + "[next](https://news.example/a/\(next)#part-\(next % 7)) "
        + "[gone](https://news.example/a/gone-\(number % 3)) [x](http://other.example/\(number % 4))"
      let record: [String: Any] = [
        "slug": number % 20 == 3 ? "same" : "slug-\(number)", "title": "Title \(number % 13)",
        "url": "https://news.example/a/\(number)", "lang": number % 2 == 0 ? "EN" : "en",
        "body_md": number % 6 == 0 ? body + "\n\n<!-- stet-disable urls/insecure -- old -->" : body,
      ]
      let data = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
      let line = String(decoding: data, as: UTF8.self)
      if number < 25 { lines += line + "\n" } else { try folder.write("r/\(number).json", line) }
    }
    try folder.write("lines.jsonl", lines + "not json\n")
    try folder.write("r/broken.json", "{")
    return folder
  }

  private static let options = ["check", ".", "--offline", "--no-timings", "--quiet"]

  /// The lines of a report of a type, without the numbers of links, sorted.
  private func lines(_ text: String, of type: String) throws -> [String] {
    try text.split(separator: "\n").compactMap { line in
      let data = Data(line.utf8)
      var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      guard object["type"] as? String == type else { return nil }
      object["number"] = nil
      object["links"] = (object["links"] as? [[String: Any]])?.map { link in
        link.filter { $0.key != "number" }
      }
      let sorted = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return String(decoding: sorted, as: UTF8.self)
    }.sorted()
  }

  @Test(arguments: [1, 2, 5]) func `the parts together are the whole`(count: Int) async throws {
    let folder = try corpus()
    let whole = try await Binary.run(Self.options + ["--report", "jsonl"], in: folder.url)
    var parts: [String] = []
    for number in 1...count {
      let run = try await Binary.run(
        Self.options + ["--shard", "\(number)/\(count)", "--report", "jsonl=\(number).out"],
        in: folder.url)
      #expect(run.status == 1, "\(run.err)")
      parts.append("\(number).out")
    }
    let merged = try await Binary.run(["merge"] + parts, in: folder.url)
    #expect(merged.status == 0 && merged.err.isEmpty, "\(merged.err)")
    for type in ["record", "finding", "link"] {
      let (expected, found) = try (lines(whole.out, of: type), lines(merged.out, of: type))
      #expect(found == expected, "\(type)")
      #expect(!expected.isEmpty)
    }
    #expect(whole.out.contains(#""rule":"corpus/duplicate-slug""#))
    #expect(whole.out.contains(#""provenance":"corpus""#))
    var summary = try #require(merged.json.last)
    var expected = try #require(whole.json.last)
    // Objects and arrays do not compare.
    for name in ["findings", "suppressedBy", "links", "exceeded"] {
      #expect("\(summary[name] ?? "")".sorted() == "\(expected[name] ?? "")".sorted())
      (summary[name], expected[name]) = (nil, nil)
    }
    for (name, value) in expected { #expect("\(summary[name] ?? "")" == "\(value)", "\(name)") }
  }

  @Test func `a part that is missing is told`() async throws {
    let folder = try corpus()
    for number in [1, 3] {
      _ = try await Binary.run(
        Self.options + ["--shard", "\(number)/4", "--report", "jsonl=\(number).out"],
        in: folder.url)
    }
    let merged = try await Binary.run(["merge", "1.out", "3.out"], in: folder.url)
    #expect(merged.err == "stet: not among the reports: 2/4, 4/4 of --shard.\n")
    #expect(merged.json.last?["complete"] as? Bool == false)
    let twice = try await Binary.run(["merge", "1.out", "1.out", "3.out"], in: folder.url)
    #expect(twice.json.last?["records"] as? Int == merged.json.last?["records"] as? Int)
  }

  @Test func `a part without records is clean where others have some`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", #"{"slug":"a"}"#)
    var statuses: [Int32] = []
    for number in 1...3 {
      let run = try await Binary.run(
        ["check", "a.json", "--offline", "--only", "slug/*", "--shard", "\(number)/3"],
        in: folder.url)
      statuses.append(run.status)
    }
    #expect(statuses == [0, 0, 0])
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "-1/2"])
  func `what is no part is refused`(text: String) async throws {
    let run = try await Binary.run(["check", ".", "--offline", "--shard=\(text)"])
    #expect(run.status == 2)
    #expect(run.err.contains("--shard"), "\(run.err)")
  }
}
