import Foundation
import Testing

/// Records of another shape: their fields are named in the configuration, and nothing else.
@Suite struct ForeignRecordTests {
  private static let configuration = """
    fields:
      slug: id
      title: headline
      body_md: content.markdown
      url: /address
      lang: meta.language
      published_at: meta.dates.published
      updated_at: meta.dates.changed
      summary: teaser
      topics: tags
      alternates: { html: address_html, text: forms.plain }
    """

  private func check(
    _ record: String, _ options: [String] = ["--offline"]
  ) async throws -> [[String: Any]] {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", Self.configuration)
    try folder.write("a.json", record)
    let run = try await Binary.run(
      ["check", "a.json", "--report", "jsonl"] + options, in: folder.url)
    #expect(run.err.isEmpty, "\(run.err)")
    return run.json.filter { $0["type"] as? String == "finding" }
  }

  @Test func `a good record of another shape passes`() async throws {
    let body = (0..<60).map { "word\($0)" }.joined(separator: " ")
    let found = try await check(
      """
      {"id":"tides","headline":"Tide tables","address":"https://www.gazette.test/tides","tags":["sea"],
      "teaser":"When the water comes and goes: word1 word2 word3 word4 word5 word6 of the tables.",
      "content":{"markdown":"When the water comes and goes of the tables: \(body)."},
      "meta":{"language":"en","dates":{"published":"2026-06-25T08:00:00Z","changed":"2026-06-25T09:00:00Z"}},
      "address_html":"https://www.gazette.test/tides","forms":{"plain":"https://www.gazette.test/tides.txt"}}
      """, ["--offline", "--fail-on", "note", "--skip", "slug/not-the-file-name"])
    let rules = found.map { "\($0["rule"] ?? "") \($0["message"] ?? "")" }
    #expect(rules.filter { !$0.hasPrefix("required/recommended") } == [])
  }

  @Test func `findings stand at the record's own fields and call them by their names`()
    async throws
  {
    let found = try await check(
      """
      {"id":"Tides","headline":" Tide tables","address":"http://www.gazette.test/moon",
      "content":{"markdown":"[x]() see [y](https://www.gazette.test/?a=1?b=2)"},"tags":["sea","sea"],
      "meta":{"language":"EN","dates":{"published":"2026-06-25T08:00:00Z",
      "changed":"2026-06-24T08:00:00Z"}},"forms":{"plain":"/tides.txt"},"teaser":"Tide tables","idd":1}
      """)
    let places = Set(found.map { "\($0["rule"] ?? "") \($0["field"] ?? "")" })
    let expected = [
      "slug/pattern /id", "slug/not-in-url /address", "urls/insecure /address",
      "markdown/empty-link /content/markdown", "urls/malformed-query /content/markdown",
      "taxonomy/duplicate-term /tags/1", "language/case /meta/language",
      "dates/updated-before-published /meta/dates/changed", "urls/not-absolute /forms/plain",
      "shape/outer-white-space /headline", "required/unknown-field /idd",
      "markdown/too-short /content/markdown",
    ]
    for place in expected { #expect(places.contains(place), "\(place) in \(places.sorted())") }
    #expect(Set(found.compactMap { $0["record"] as? String }) == ["Tides"])
    func message(_ rule: String) -> String {
      found.first { $0["rule"] as? String == rule }?["message"] as? String ?? ""
    }
    #expect(
      message("dates/updated-before-published")
        .hasPrefix("'meta.dates.changed' (2026-06-24T08:00:00Z) is"))
    #expect(message("dates/updated-before-published").contains("before 'meta.dates.published'"))
    #expect(message("slug/not-in-url").hasPrefix("'address' ends in"))
    #expect(!places.contains { $0.hasPrefix("required/missing") })
  }

  @Test func `what is missing is missed by its own name`() async throws {
    let found = try await check(#"{"id":"a","headline":"","content":{}}"#)
    let missing = found.filter { $0["rule"] as? String == "required/missing" }
    #expect(
      Set(missing.compactMap { $0["field"] as? String }) == [
        "/content/markdown", "/address", "/meta/dates/published", "/meta/language",
      ])
    #expect(missing.contains { ($0["message"] as? String)?.contains("'content.markdown'") == true })
    #expect(found.contains { $0["field"] as? String == "/headline" })
  }

  @Test func `a fix goes to the record's own field`() async throws {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", Self.configuration)
    try folder.write("a.json", #"{"id":"a","meta":{"language":"EN-us"},"headline":"T "}"#)
    _ = try await Binary.run(["check", "a.json", "--offline", "--fix"], in: folder.url)
    let text = try String(contentsOf: folder.url.appending(path: "a.json"), encoding: .utf8)
    #expect(text == #"{"id":"a","meta":{"language":"en-US"},"headline":"T"}"#)
  }

  @Test func `links are found in the named fields, under the record's own key`() async throws {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", Self.configuration)
    try folder.write(
      "a.json",
      #"{"id":"a","address":"https://www.gazette.test/a","content":{"markdown":"[b](b)"},"#
        + #""forms":{"plain":"a.txt"}}"#)
    let run = try await Binary.run(["links", "a.json"], in: folder.url)
    #expect(
      run.json.map { "\($0["record"] ?? "") \($0["role"] ?? "") \($0["target"] ?? "")" } == [
        "a field https://www.gazette.test/a", "a body https://www.gazette.test/b",
        "a alternate https://www.gazette.test/a.txt",
      ])
  }

  @Test func `rules of addresses look at the fields that are listed`() async throws {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", "fields: { urls: [url, 'sources.*.link'] }\n")
    try folder.write("a.json", #"{"slug":"a","sources":[{"link":"http://www.gazette.test/"}]}"#)
    let run = try await Binary.run(
      ["check", "a.json", "--offline", "--only", "urls/*", "--report", "jsonl"], in: folder.url)
    #expect(run.json.contains { $0["field"] as? String == "/sources/0/link" })
  }

  @Test(arguments: [
    ("{ slug: 'a.*' }", "takes the path of one field"), ("{ slug: $.id }", "no path of a field"),
    ("{ slgu: id }", "Did you mean 'slug'?"), ("{ title: [a] }", "takes a text"),
    ("{ alternates: { htm: a } }", "Did you mean 'html'?"),
  ])
  func `a path that is none is told`(fields: String, says: String) async throws {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", "fields: \(fields)\n")
    let run = try await Binary.run(["config", "show"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains(says), "\(run.err)")
  }
}
