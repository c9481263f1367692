import Foundation
import Testing

/// A site that is tried before it is published: records say where it will be, and links are asked
/// where it is.
@Suite struct PreviewTests {
  private let site: FolderSite
  private let records: Binary.Folder
  private static let url = "https://news.example/tides"

  init() async throws {
    site = try await FolderSite()
    records = try Binary.Folder()
    try records.write(
      "tides.json",
      #"""
      {"slug":"tides","title":"Tide tables","lang":"en","url":"\#(Self.url)",
       "body_md":"High water at the quay is at noon, and low water is at six in the evening of the day.",
       "published_at":"2026-06-25T14:59:57Z","updated_at":"2026-06-25T14:59:57Z"}
      """#)
  }

  private static func page(canonical: String, more: String = "") -> String {
    """
    <!DOCTYPE html><html lang=en><meta charset=utf-8><title>Tide tables</title>
    <link rel=canonical href="\(canonical)">\(more)
    <p>High water at the quay is at noon, and low water is at six in the evening of the day.</html>
    """
  }

  private func run(_ more: [String] = []) async throws -> Binary.Output {
    try await Binary.run(
      [
        "check", "tides.json", "--report", "jsonl", "--no-store", "--only", "pages/*", "--only",
        "links/*", "--remap", "^https://news[.]example/ \(site.url("/"))", "--now",
        "2026-09-20T12:00:00Z",
      ] + site.options + more, in: records.url)
  }

  private func rules(_ run: Binary.Output) -> [String] {
    run.json.filter { $0["type"] as? String == "finding" }.compactMap { $0["rule"] as? String }
  }

  private static let translations =
    "<link rel=alternate hreflang=en href=\(url)><link rel=alternate hreflang=nl href=/nl/getij>"

  @Test func `its pages are compared with where they will be`() async throws {
    try site.folder.write("tides", Self.page(canonical: Self.url, more: Self.translations))
    // Python serves a name without an ending as bytes, which is no fault of the site.
    let run = try await run(["--skip", "pages/content-type"])
    #expect(rules(run).isEmpty, "\(run.out)")
  }

  @Test func `a redirect on the way leads nowhere else`() async throws {
    try site.folder.write(
      "tides/index.html", Self.page(canonical: Self.url, more: Self.translations))
    let run = try await run()
    #expect(rules(run).filter { $0.hasPrefix("pages/") }.isEmpty, "\(run.out)")
    // The address where the site is tried is nobody's to write into a record.
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    #expect(!"\(findings)".contains("127.0.0.1:\(site.port)/tides"), "\(findings)")
  }

  @Test func `a page that names the place where it is tried is wrong`() async throws {
    try site.folder.write("tides/index.html", Self.page(canonical: site.url("/tides/")))
    #expect(try await rules(run()).contains("pages/canonical"))
  }

  @Test func `its sitemap may speak of either place`() async throws {
    try site.folder.write("tides/index.html", Self.page(canonical: Self.url))
    for address in [Self.url, site.url("/tides")] {
      try site.folder.write("map.xml", "<urlset><url><loc>\(address)</loc></url></urlset>")
      let run = try await run(["--sitemap", "https://news.example/map.xml"])
      #expect(rules(run).filter { $0.hasPrefix("pages/") }.isEmpty, "\(run.out)")
    }
  }
}
