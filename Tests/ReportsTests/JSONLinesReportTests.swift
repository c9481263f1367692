import Foundation
import Model
import Reports
import Testing

@Suite struct JSONLinesReportTests {
  /// Has check-jsonschema judge each line by a published schema.
  private func judge(_ lines: [String], by schema: String) throws -> Tool.Answer {
    try Tool.withFolder { folder in
      let files = try lines.enumerated().map { index, line in
        let file = folder.appending(path: "\(index).json")
        try Data(line.utf8).write(to: file)
        return file.path
      }
      let schema = Repository.root.appending(path: "docs/\(schema)").path
      return try Tool.python("check-jsonschema", ["--schemafile", schema] + files)
    }
  }

  @Test(arguments: [1_782_400_461, nil]) func `each line is as the published schema says`(
    startedAt: Int?
  ) throws {
    let runs = [Sample.everything(startedAt: startedAt), Sample.settled(startedAt: startedAt)]
    let report = try runs.map { try $0.report(JSONLinesReport.self) }.joined()
    let answer = try judge(
      report.split(separator: "\n").map(String.init), by: "jsonl-schema.json")
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test func `the schema refuses a line that lacks a member`() throws {
    let answer = try judge([#"{"type":"summary","records":1}"#], by: "jsonl-schema.json")
    #expect(answer.status == 1)
  }

  @Test func `the schema itself is one`() throws {
    for name in ["jsonl-schema.json", "links-schema.json"] {
      let file = Repository.root.appending(path: "docs/\(name)").path
      let answer = try Tool.python("check-jsonschema", ["--check-metaschema", file])
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  @Test func `a line of stet links is as the published schema says`() throws {
    var written = LinkLines()
    for record in Sample.everything().records {
      written.append(record.links.map(\.occurrence), of: record.key)
    }
    let lines = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n")
      .map { "\($0)\n" }
    let first = """
      {"record":"hello","file":"articles/hello.json","field":"/body_md","line":7,"column":30,\
      "bodyLine":1,"bodyColumn":5,"role":"body","href":"http://dead.example/x",\
      "target":"http://dead.example/x","fragment":null}

      """
    #expect(lines.first == first)
    let answer = try judge(lines, by: "links-schema.json")
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test func `the summary is the last line, whatever happened`() throws {
    for isComplete in [true, false] {
      let report = try Sample.everything(isComplete: isComplete).report(JSONLinesReport.self)
      let last = try #require(report.split(separator: "\n").last)
      #expect(last.hasPrefix(#"{"type":"summary""#))
      #expect(last.contains("\"complete\":\(isComplete)"))
      #expect(report.hasSuffix("\n"))
    }
  }
}
