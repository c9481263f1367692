import Foundation
import Testing

@Suite struct ConfigurationTests {
  private static let record = """
    {"slug":"a","title":"T","body_md":"Text.","url":"https://news.example/a","lang":"EN",\
    "published_at":"2026-06-25T08:00:00+02:00"}
    """

  /// A folder with two records and a configuration.
  private func folder(_ configuration: String) throws -> Binary.Folder {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", configuration)
    try folder.write("new/a.json", Self.record)
    try folder.write("old/a.json", Self.record)
    return folder
  }

  private func check(
    _ folder: Binary.Folder, _ options: [String] = []
  ) async throws -> (run: Binary.Output, found: Set<String>) {
    let run = try await Binary.run(
      ["check", ".", "--offline", "--report", "jsonl"] + options, in: folder.url)
    let found = run.json.filter { $0["type"] as? String == "finding" }.map { line in
      let place = (line["file"] as? String ?? "").split(separator: "/").first ?? ""
      return "\(place) \(line["severity"] as? String ?? "") \(line["rule"] as? String ?? "")"
    }
    return (run, Set(found))
  }

  @Test func `rules are set for all files and for some`() async throws {
    let folder = try folder(
      """
      rules: { language/case: error, alternates/*: off, required/*: off }
      overrides: [{ files: [old/**], rules: { language/*: note } }]
      """)
    let (run, found) = try await check(folder)
    #expect(found.contains("new error language/case"))
    #expect(found.contains("old note language/case"))
    #expect(!found.contains { $0.contains("alternates/") })
    #expect(run.status == 1)
  }

  @Test func `the command line wins over the file, the file over the defaults`() async throws {
    let folder = try folder("fail-on: note\nrules: { '*': off, language/case: note }\n")
    #expect(try await check(folder).run.status == 1)
    #expect(try await check(folder, ["--fail-on", "error"]).run.status == 0)
    #expect(try await check(folder, ["--no-config", "--only", "language/case"]).run.status == 0)
    let picked = try await check(folder, ["--only", "dates/not-utc"]).found
    #expect(picked == ["new note dates/not-utc", "old note dates/not-utc"])
  }

  @Test func `other shapes of records are a matter of configuration`() async throws {
    let folder = try Binary.Folder()
    try folder.write(
      "stet.yml",
      """
      fields: { markdown: "/parts/*/text", urls: /address, alternates: [], base: /address }
      base-url: https://news.example/
      """)
    try folder.write(
      "a.json", #"{"address":"/2026/a","parts":[{"text":"[b](b)"},{"text":"[c](/c)"}]}"#)
    let run = try await Binary.run(["links", "a.json"], in: folder.url)
    #expect(
      run.json.map { $0["target"] as? String } == [
        "https://news.example/2026/a", "https://news.example/2026/b", "https://news.example/c",
      ])
  }

  @Test func `hosts of our own are known to the rule that asks for them`() async throws {
    let folder = try folder("own-hosts: [www.news.example]\n")
    let (_, found) = try await check(folder)
    #expect(found.contains("new error urls/host-not-allowed"))
  }

  @Test func `own hosts, base address and pages beside the articles are known to the rules`()
    async throws
  {
    let folder = try Binary.Folder()
    let links = ["news/gone", "news/all", "news/tags/sea"]
      .map { "[x](https://cdn.gazette.test/\($0))" }.joined(separator: " ")
    try folder.write(
      "a.jsonl",
      (0..<6).map {
        #"{"slug":"\#($0)","url":"https://cdn.gazette.test/news/\#($0)","body_md":"y"}"#
      }.joined(separator: "\n")
        + #"\#n{"slug":"r","body_md":"[r](/a) \#(links)"}"#)
    let options = [
      "check", "a.jsonl", "--offline", "--report", "jsonl", "--only", "corpus/dangling*", "--only",
      "markdown/relative-link",
    ]
    func found() async throws -> [String] {
      try await Binary.run(options, in: folder.url).json
        .filter { $0["type"] as? String == "finding" }
        .compactMap { $0["evidence"] as? String }
    }
    #expect(try await found() == ["/a"])
    try folder.write(
      "stet.yml",
      """
      base-url: https://cdn.gazette.test/
      own-hosts: [cdn.gazette.test]
      rules: { corpus/dangling-internal-link: { except: [all, /news/tags/*] } }
      """)
    #expect(try await found() == ["https://cdn.gazette.test/news/gone"])
  }

  @Test func `overrides settle what is said of excuses too`() async throws {
    let folder = try folder(
      "rules: { '*': off, rules/*: error }\n"
        + "overrides: [{ files: [old/**], rules: { rules/unused-suppression: note } }]\n")
    let record = Self.record.replacing(
      "{\"slug\"", with: #"{"x-stet":[{"allow":"dates/not-utc","reason":"r"}],"slug""#)
    for name in ["new/a.json", "old/a.json"] {
      try folder.write(name, record.replacing("+02:00", with: "Z"))
    }
    #expect(
      try await check(folder, ["--only", "rules/*", "--only", "dates/*"]).found == [
        "new error rules/unused-suppression", "old note rules/unused-suppression",
      ])
  }

  @Test func `links that are left out are not probed, and are told as left out`() async throws {
    let folder = try folder("links: { exclude: ['*.example', news.example] }\n")
    let run = try await Binary.run(["check", "new", "--report", "jsonl"], in: folder.url)
    let links = run.json.filter { $0["type"] as? String == "link" }
    #expect(links.compactMap { $0["cause"] as? String } == ["excluded"])
    #expect(run.json.last?["requests"] as? Int == 0)
  }

  @Test func `too many doubtful links fail the run, in every report`() async throws {
    let port = Loopback.freePort()
    let folder = try Binary.Folder()
    try folder.write("stet.yml", "thresholds: { doubtful: { error-if: '> 50%' } }\n")
    try folder.write("a.json", #"{"url":"http://127.0.0.1:\#(port)/"}"#)
    let options = [
      "check", "a.json", "--only", "links/*", "--allow-address", "127.0.0.1:\(port)",
      "--report", "junit=junit.xml",
    ]
    let run = try await Binary.run(options, in: folder.url)
    #expect(run.status == 1, "\(run.out)")
    #expect(run.out.contains("Failed: 1 of 1 links is doubtful (> 50%)."), "\(run.out)")
    let xml = try String(
      contentsOf: folder.url.appending(path: "junit.xml"), encoding: .utf8)
    #expect(xml.contains("over the threshold: 1 of 1 links is doubtful"), "\(xml)")
    #expect(try await Binary.run(options + ["--no-config"], in: folder.url).status == 0)
  }

  @Test func `each value is shown with its origin`() async throws {
    let folder = try folder("# ours\nfail-on: warning\nlinks:\n  rate: 2\n")
    let run = try await Binary.run(["config", "show", "--timeout", "7s"], in: folder.url)
    func line(_ key: String) -> String? { run.lines.first { $0.contains(key) } }
    #expect(line("fail-on:")?.hasSuffix("# stet.yml:2") == true)
    #expect(line("rate: 2")?.hasSuffix("# stet.yml:4") == true)
    #expect(line(" timeout: \"7s\"")?.hasSuffix("# command line") == true)
    #expect(line("max-redirects: 10")?.hasSuffix("# default") == true)
    let json = try await Binary.run(["config", "show", "--format", "json"], in: folder.url)
    let rows = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [[String: Any]]
    #expect(rows?.first?["origin"] as? String == "stet.yml:2")
  }

  @Test func `the schemas are printed as they are published`() async throws {
    for (command, name) in [("config", "stet-schema.json"), ("rules", "rule-schema.json")] {
      let run = try await Binary.run([command, "schema"])
      let file = Binary.root.appending(path: "docs/\(name)")
      #expect(try run.out == String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test func `rules of one's own come from the folders of the configuration`() async throws {
    let folder = try folder("rule-folders: own\nrules: { '*': off, house/too-loud: error }\n")
    let new = try await Binary.run(
      ["rules", "new", "house/too-loud", "--rules", "own"], in: folder.url)
    #expect(new.status == 0, "\(new.err)")
    #expect(new.out == "own/house/too-loud.yml\n")
    let test = try await Binary.run(["rules", "test", "own"], in: folder.url)
    #expect(test.status == 0, "\(test.out)\(test.err)")
    #expect(test.out.contains("0 failed"))
    try folder.write("new/b.json", #"{"title":"Loud."}"#)
    #expect(try await check(folder).found == ["new error house/too-loud"])
    let again = try await Binary.run(
      ["rules", "new", "house/too-loud", "--rules", "own"], in: folder.url)
    #expect(again.status == 2)
    #expect(again.err.contains("is there already"), "\(again.err)")
  }

  @Test func `findings are counted by rule, most first`() async throws {
    let folder = try folder("rules: { '*': off, language/case: warning, dates/not-utc: error }\n")
    try folder.write("more/b.json", #"{"lang":"DE"}"#)
    let run = try await Binary.run(
      ["check", ".", "--offline", "--statistics"], in: folder.url)
    let start = try #require(run.lines.firstIndex(of: "Findings by rule"))
    #expect(
      Array(run.lines[(start + 1)...(start + 2)]) == [
        "  3  warning  language/case", "  2  error    dates/not-utc",
      ])
  }
}
