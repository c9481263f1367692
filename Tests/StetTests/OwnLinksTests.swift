import Foundation
import Testing

@Suite struct OwnLinksTests {
  private let folder: Binary.Folder

  init() throws {
    folder = try Binary.Folder()
    try folder.write(
      "tides.json",
      #"""
      {"slug":"tides","url":"https://gazette.test/tides",
       "alternates":{"html":"https://gazette.test/tides.html","md":"https://gazette.test/tides.md",
         "pdf":"https://archive.test/tides.pdf"},
       "body_md":"# High water\n\n## High water\n\n## Caf\u00e9 {#bar}\n\n<p id=\"low\">a</p>\n\nA[^1].\n\n[^1]: b"}
      """#)
  }

  private func links(_ hrefs: [String], _ more: [String] = []) async throws -> [[String: Any]] {
    let body = hrefs.map { "[x](\($0))" }.joined(separator: " ")
    let record = ["slug": "winds", "url": "https://gazette.test/winds", "body_md": body]
    let data = try JSONSerialization.data(withJSONObject: record)
    try folder.write("winds.json", String(decoding: data, as: UTF8.self))
    let run = try await Binary.run(
      ["check", "tides.json", "winds.json", "--offline", "--report", "jsonl"] + more,
      in: folder.url)
    return run.json.filter { $0["type"] as? String == "link" && $0["provenance"] != nil }
  }

  private func verdicts(_ hrefs: [String]) async throws -> [String: String] {
    var verdicts: [String: String] = [:]
    for link in try await links(hrefs) {
      let fragment = (link["fragment"] as? String).map { "#" + $0 } ?? ""
      verdicts[(link["target"] as? String ?? "") + fragment, default: ""] +=
        "\(link["verdict"] ?? "") \(link["cause"] ?? "")"
    }
    return verdicts
  }

  @Test(arguments: [
    "", "#high-water", "#high-water-1", "#caf%C3%A9-bar", "#bar", "#low", "#user-content-low",
    "#top", "#", "#:~:text=water", "#fnref1",
  ])
  func `a link to what a record publishes is answered by the record`(
    fragment: String
  )
    async throws
  {
    let address = "https://gazette.test/tides.html" + fragment
    let own = try await links([address]).filter { $0["provenance"] as? String == "corpus" }
    #expect(own.map { $0["verdict"] as? String } == ["alive"])
    #expect(own.map { $0["cause"] as? String } == ["own-record"])
  }

  @Test func `a place that the text does not have is missing`() async throws {
    let verdicts = try await verdicts(["https://gazette.test/tides#low-water"])
    #expect(verdicts["https://gazette.test/tides#low-water"] == "dead fragment-missing")
  }

  @Test func `offline, no rule about links is asked, not even about what is known`() async throws {
    try folder.write(
      "winds.json", #"{"slug":"winds","body_md":"[x](https://gazette.test/tides#low-water)"}"#)
    let run = try await Binary.run(
      ["check", "tides.json", "winds.json", "--offline", "--report", "jsonl"], in: folder.url)
    let rules = run.json.filter { $0["type"] as? String == "finding" }
      .compactMap { $0["rule"] as? String }
    #expect(!rules.contains { $0.hasPrefix("links/") })
  }

  @Test func `fields with other names are known too`() async throws {
    try folder.write(
      "stet.yml",
      """
      base-url: https://gazette.test/news/
      fields:
        slug: id
        body_md: text
        alternates:
          html: forms.web

      """)
    try folder.write(
      "all.jsonl",
      ##"{"id":"a","text":"# A","forms":{"web":"a.htm"}}"## + "\n"
        + ##"{"id":"b","text":"[x](a#a) [y](a.htm#b) [z](a.htm#a)"}"##)
    let run = try await Binary.run(
      ["check", "all.jsonl", "--offline", "--report", "jsonl"], in: folder.url)
    let links = run.json.filter { $0["type"] as? String == "link" }
    #expect(
      links.map { $0["cause"] as? String }
        == ["offline", "own-record", "fragment-missing", "own-record"])
  }

  @Test(arguments: [
    "https://gazette.test/tides?from=winds", "http://gazette.test/tides",
    "https://gazette.test/tides/", "https://gazette.test/storms", "https://archive.test/tides.pdf",
    "https://gazette.test/tides.md#high-water", "https://gazette.test/tides#/menu",
  ])
  func `what no record publishes, or no text decides, is left to the probes`(
    address: String
  )
    async throws
  {
    #expect(try await verdicts([address])[address]?.contains("unchecked offline") == true)
  }

  @Test func `the field that publishes an address is probed, a link to it is not`() async throws {
    let site = try await PlainSite()
    let texts = [
      ##"{"slug":"a","url":"\##(site.url("/gone"))","body_md":"# A"}"##,
      ##"{"slug":"b","url":"\##(site.url("/b"))","body_md":"[x](\##(site.url("/gone#a")))"}"##,
    ]
    try folder.write("all.jsonl", texts.joined(separator: "\n"))
    let run = try await Binary.run(
      ["check", "all.jsonl", "--report", "jsonl"] + site.options, in: folder.url)
    let links = run.json.filter { $0["type"] as? String == "link" }
    #expect(links.map { $0["verdict"] as? String } == ["dead", "alive", "alive"])
    #expect(links.map { $0["provenance"] as? String } == ["fresh", "fresh", "corpus"])
    #expect(run.json.filter { $0["rule"] as? String == "links/dead" }.count == 1)
    #expect(Set(site.requests) == ["HEAD /gone 404", "GET /gone 404", "HEAD /b 200"])
  }

  @Test func `a link to a page and the field that publishes it are one link`() async throws {
    let site = try await PlainSite()
    let url = site.url("/b")
    try folder.write(
      "all.jsonl",
      #"{"slug":"b","url":"\#(url)"}"# + "\n" + #"{"slug":"a","body_md":"[x](\#(url))"}"#)
    for (options, provenance) in [([], "fresh"), (["--offline"], "corpus")] {
      let run = try await Binary.run(
        ["check", "all.jsonl", "--report", "jsonl"] + options + site.options, in: folder.url)
      let links = run.json.filter { $0["type"] as? String == "link" }
      #expect(links.map { $0["occurrences"] as? Int } == [2])
      #expect(links.map { $0["verdict"] as? String } == ["alive"])
      #expect(links.map { $0["provenance"] as? String } == [provenance])
    }
  }

  @Test func `a slug stands for an address where the site is known`() async throws {
    try folder.write("stet.yml", "base-url: https://gazette.test/news/\n")
    try folder.write(
      "all.jsonl",
      ##"{"slug":"a","body_md":"# A"}"## + "\n" + ##"{"slug":"b","body_md":"[x](a#a) [y](b)"}"##)
    let run = try await Binary.run(
      ["check", "all.jsonl", "--offline", "--report", "jsonl"], in: folder.url)
    let links = run.json.filter { $0["type"] as? String == "link" }
    #expect(links.map { $0["cause"] as? String } == ["own-record", "own-record"])
  }
}
