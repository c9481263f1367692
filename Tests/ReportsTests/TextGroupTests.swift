import Foundation
import Model
import Reports
import Testing

@Suite struct TextGroupTests {
  private func report(
    _ run: SampleRun, by grouping: TextOptions.Grouping, links: Hyperlinks? = nil
  ) throws -> String {
    var options = ReportOptions()
    options.text.isVerbose = true
    options.text.grouping = grouping
    options.text.hyperlinks = links
    return try run.report(TextReport.self, options: options)
  }

  /// The blocks of findings, without the helps, which stand once in a report.
  private func blocks(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.firstMatch(of: #/^  \S+:\d+:\d+  /#) != nil }
      .map(String.init).sorted()
  }

  @Test(arguments: 0..<40) func `every grouping tells the same findings`(seed: UInt64) throws {
    let run = RandomRun.run(seed: seed)
    let byRecord = try blocks(report(run, by: .record))
    #expect(byRecord.count == run.records.reduce(0) { $0 + $1.findings.count })
    for grouping in TextOptions.Grouping.allCases {
      let text = try report(run, by: grouping)
      #expect(blocks(text) == byRecord)
      guard grouping != .record else { continue }
      let heads = text.split(separator: "\n").prefix { $0 != "Summary" }
        .compactMap { $0.firstMatch(of: #/^\S.*  (\d+) findings?$/#).flatMap { Int($0.1) } }
      #expect(heads.reduce(0, +) == byRecord.count)
    }
  }

  @Test func `groups with the gravest findings come first, then those with the most`() throws {
    let severities: [(String, Severity)] = [
      ("a/few", .warning), ("b/many", .warning), ("b/many", .warning), ("c/grave", .error),
      ("d/note", .note), ("d/note", .note), ("d/note", .note),
    ]
    var run = SampleRun(header: Sample.header())
    run.records = [
      Sample.record(
        "a", file: "a.json",
        findings: severities.map { Sample.finding($0, $1, "Wrong.", at: Sample.span("a.json")) })
    ]
    run.count()
    let lines = try report(run, by: .rule).split(separator: "\n")
    let titles = lines.filter { $0.contains("/") && !$0.hasPrefix(" ") }.prefix(4)
    #expect(
      titles == [
        "c/grave  1 finding", "b/many  2 findings", "a/few  1 finding", "d/note  3 findings",
      ])
  }

  @Test func `a host's findings are together, and those of no host come last`() throws {
    let file = "a.json"
    let urls = ["https://a.example/1", "https://b.example/2", "https://a.example/3"]
    let places = urls.indices.map { Sample.span(file, line: $0 + 1) }
    var findings = places.map { Sample.finding("links/dead", .error, "Dead.", at: $0) }
    findings.append(
      Sample.finding("dates/x", .error, "Wrong.", at: Sample.span(file, line: 9)))
    var run = SampleRun(header: Sample.header())
    run.records = [
      Sample.record(
        "a", file: file, findings: findings,
        links: zip(urls, places).map { Sample.link($0, Sample.judgement(.dead), at: $1) })
    ]
    run.count()
    let text = try report(run, by: .host)
    let titles = text.split(separator: "\n").filter {
      $0.hasSuffix("finding") || $0.hasSuffix("findings")
    }
    #expect(
      titles == ["a.example  2 findings", "b.example  1 finding", "about no host  1 finding"])
    let byLink = try report(run, by: .link)
    #expect(byLink.contains("\nhttps://b.example/2  dead  1 finding\n"))
  }

  @Test func `a place leads to its file`() throws {
    let links = Hyperlinks(host: "desk", folder: "/srv/my records")
    let text = try report(Sample.everything(), by: .record, links: links)
    let uri = "file://desk/srv/my%20records/articles/broken.json"
    #expect(
      text.contains("  \u{1B}]8;;\(uri)\u{1B}\\articles/broken.json:1:8\u{1B}]8;;\u{1B}\\  error"))
  }

  @Test(arguments: OutputInjectionTests.hostile) func `no address ends the sequence`(
    text: String
  ) throws {
    let links = Hyperlinks(host: text, folder: "/\(text)")
    for grouping in TextOptions.Grouping.allCases {
      let shown = try report(OutputInjectionTests.run(text), by: grouping, links: links)
      let plain = try report(OutputInjectionTests.run(text), by: grouping)
      let stripped = shown.replacing(#/\x1B\]8;;[\x21-\x7E]*\x1B\\/#, with: "")
      #expect(stripped.utf8.elementsEqual(plain.utf8))
      #expect(!stripped.utf8.contains(0x1B))
    }
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "https://h.example/a b"])
  func `only pages of the web are led to`(url: String) throws {
    let links = Hyperlinks(host: "desk", folder: "/srv")
    var run = SampleRun(header: Sample.header())
    let place = Sample.span("-")
    run.records = [
      Sample.record(
        "a", file: "-", findings: [Sample.finding("links/dead", .error, "Dead.", at: place)],
        links: [Sample.link(url, Sample.judgement(.dead), at: place)])
    ]
    run.count()
    #expect(try !report(run, by: .link, links: links).contains("\u{1B}]8"))
  }
}
