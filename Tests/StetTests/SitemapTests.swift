import Foundation
import Testing

@Suite struct SitemapTests {
  private let site: FolderSite
  private let records: Binary.Folder
  private static let rules = [
    "listed-without-record", "not-in-sitemap", "sitemap-time", "unreadable-listing",
  ]

  init() async throws {
    site = try await FolderSite()
    records = try Binary.Folder()
    var lines = ""
    for slug in ["tides", "boats", "winds"] {
      try site.folder.write("news/\(slug).html", "<!DOCTYPE html><title>\(slug)</title>")
      lines += #"{"slug":"\#(slug)","url":"\#(address(slug))","updated_at":"2026-06-25T14:59:57Z"}"#
      lines += "\n"
    }
    try records.write("records.jsonl", lines)
  }

  private func address(_ slug: String) -> String { site.url("/news/\(slug).html") }

  private func map(_ slugs: [String], time: String = "2026-06-26") -> String {
    let entries = slugs.map {
      "<url><loc>\(address($0))</loc><lastmod>\(time)</lastmod></url>\n"
    }
    return
      "<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      + entries.joined() + "</urlset>\n"
  }

  /// The findings as `rule place`, and the run.
  private func found(
    _ options: [String], records names: [String] = ["records.jsonl"]
  ) async throws -> (findings: [String], run: Binary.Output) {
    let run = try await Binary.run(
      ["check"] + names + ["--report", "jsonl", "--no-store"]
        + Self.rules.flatMap { ["--only", "pages/\($0)"] } + site.options + options,
      in: records.url)
    let findings = run.json.filter { $0["type"] as? String == "finding" }.map { finding in
      let rule = (finding["rule"] as? String ?? "").dropFirst("pages/".count)
      return "\(rule) \(finding["record"] as? String ?? "")"
    }
    return (findings, run)
  }

  @Test func `a sitemap that lists the records and nothing else has no fault`() async throws {
    try site.folder.write("map.xml", map(["tides", "boats", "winds"]))
    let (findings, run) = try await found(["--sitemap", site.url("/map.xml")])
    #expect(findings.isEmpty)
    #expect(run.status == 0, "\(run.err)")
  }

  @Test func `each fault of a sitemap is told at its place`() async throws {
    let map = map(["tides", "gone"]).replacingOccurrences(
      of: "</urlset>",
      with: "<url><loc>\(address("boats"))</loc><lastmod>2026-06-01</lastmod></url></urlset>")
    try site.folder.write("map.xml", map)
    let (findings, run) = try await found(["--sitemap", site.url("/map.xml")])
    #expect(
      findings == [
        "sitemap-time boats", "not-in-sitemap winds",
        "listed-without-record \(site.url("/map.xml"))",
      ], "\(run.out)")
    let last = run.json.last { $0["type"] as? String == "finding" }
    #expect("\(last ?? [:])".contains("\(address("gone"))"))
    let text = try await Binary.run(
      ["check", "records.jsonl", "--no-store", "--only", "pages/listed-without-record"]
        + site.options + ["--sitemap", site.url("/map.xml")], in: records.url)
    #expect(text.out.contains("\(site.url("/map.xml")):4:"), "\(text.out)")
  }

  @Test func `compressed sitemaps behind an index are read`() async throws {
    try site.folder.write("one.xml", map(["tides"]))
    try site.folder.write("two.xml", map(["boats"]))
    #expect(try Program.run("gzip", ["one.xml", "two.xml"], in: site.folder.url).status == 0)
    let index = ["one.xml.gz", "two.xml.gz"].map {
      "<sitemap><loc>\(site.url("/\($0)"))</loc></sitemap>"
    }
    try site.folder.write("index.xml", "<sitemapindex>\(index.joined())</sitemapindex>")
    try records.write("stet.yml", "sitemap: \(site.url("/index.xml"))\n")
    #expect(try await found([]).findings == ["not-in-sitemap winds"])
  }

  @Test func `an index in an index is not followed, and nothing is said to be missing`()
    async throws
  {
    try site.folder.write(
      "index.xml",
      "<sitemapindex><sitemap><loc>\(site.url("/index.xml"))</loc></sitemap></sitemapindex>")
    let (findings, run) = try await found(["--sitemap", site.url("/index.xml")])
    #expect(findings == ["unreadable-listing \(site.url("/index.xml"))"])
    #expect(run.out.contains("an index in an index"))
  }

  @Test(arguments: [
    ("/nothing.xml", "404"), ("/page.xml", "its root is"), ("/half.xml.gz", "cut or damaged"),
  ])
  func `a sitemap that cannot be read is told, and nothing else`(
    path: String, reason: String
  ) async throws {
    try site.folder.write("page.xml", "<html/>")
    try site.folder.write("half.xml", map(["tides"]))
    #expect(try Program.run("gzip", ["half.xml"], in: site.folder.url).status == 0)
    let file = site.folder.url.appending(path: "half.xml.gz")
    try Data(contentsOf: file).dropLast(20).write(to: file)
    let (findings, run) = try await found(["--sitemap", site.url(path)])
    #expect(findings == ["unreadable-listing \(site.url(path))"], "\(run.out)")
    #expect(run.out.contains(reason), "\(run.out)")
  }

  @Test func `a private address is not asked for a sitemap either`() async throws {
    let run = try await Binary.run(
      [
        "check", "records.jsonl", "--no-store", "--only", "pages/unreadable-listing", "--sitemap",
        site.url("/map.xml"),
      ], in: records.url)
    #expect(run.out.contains("private"), "\(run.out)")
  }

  @Test func `one record alone is not told of the others`() async throws {
    try site.folder.write("map.xml", map(["tides", "boats"]))
    try records.write(
      "tides.json",
      #"{"slug":"tides","url":"\#(address("tides"))","updated_at":"2026-06-25T14:59:57Z"}"#)
    let options = ["--sitemap", site.url("/map.xml")]
    #expect(try await found(options, records: ["tides.json"]).findings.isEmpty)
  }

  @Test func `a record that is not online yet need not be listed`() async throws {
    try FileManager.default.removeItem(at: site.folder.url.appending(path: "news/winds.html"))
    try site.folder.write("map.xml", map(["tides", "boats"]))
    let (findings, run) = try await found(["--sitemap", site.url("/map.xml")])
    #expect(findings.isEmpty, "\(run.out)")
  }

  @Test func `a feed lists only what has a record`() async throws {
    let items = ["tides", "boats", "gone"].map { "<item><link>\(address($0))</link></item>" }
    try site.folder.write("feed.xml", "<rss><channel>\(items.joined())</channel></rss>")
    let (findings, run) = try await found(["--feed", site.url("/feed.xml")])
    #expect(findings == ["listed-without-record \(site.url("/feed.xml"))"], "\(run.out)")
  }

  @Test func `what a sitemap lacks can be excused by a baseline`() async throws {
    try site.folder.write("map.xml", map(["tides", "boats", "gone"]))
    let options =
      ["--only", "pages/not-in-sitemap", "--only", "pages/listed-without-record"]
      + site.options + ["--sitemap", site.url("/map.xml")]
    let made = try await Binary.run(
      ["baseline", "create", "records.jsonl", "--output", "b.txt"] + options, in: records.url)
    #expect(made.status == 0, "\(made.err)")
    let run = try await Binary.run(
      ["check", "records.jsonl", "--baseline", "b.txt", "--fail-on", "note", "--no-store"]
        + options,
      in: records.url)
    #expect(run.status == 0, "\(run.out)\(run.err)")
  }
}
