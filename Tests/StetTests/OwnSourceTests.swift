import Foundation
import Testing

@Suite struct OwnSourceTests {
  private let site: FolderSite
  private let records: Binary.Folder

  init() async throws {
    site = try await FolderSite()
    records = try Binary.Folder()
  }

  /// The findings of two records, of which the second is the source of the first, as `rule record`.
  private func found(title: String) async throws -> [String] {
    for (slug, title) in [("tides", "Tide tables"), ("source", title)] {
      try site.folder.write(
        "\(slug).html", "<!DOCTYPE html><html lang=en><title>\(title)</title><p>x</html>")
    }
    try records.write(
      "records.jsonl",
      #"{"slug":"tides","title":"Tide tables","lang":"en","url":"\#(site.url("/tides.html"))","#
        + #""canonical_source":"\#(site.url("/source.html"))"}"# + "\n"
        + #"{"slug":"source","title":"\#(title)","lang":"en","url":"\#(site.url("/source.html"))"}"#
        + "\n")
    let run = try await Binary.run(
      [
        "check", "records.jsonl", "--report", "jsonl", "--no-store", "--only", "pages/source-title",
        "--only", "links/*",
      ] + site.options, in: records.url)
    return run.json.filter { $0["type"] as? String == "finding" }.map {
      "\($0["rule"] ?? "") \($0["record"] ?? "")"
    }
  }

  @Test func `a source that another record publishes is compared too`() async throws {
    #expect(try await found(title: "Bread and butter") == ["pages/source-title tides"])
  }

  @Test func `a source that speaks of the same has no fault`() async throws {
    #expect(try await found(title: "Tables of the tides").isEmpty)
  }
}
