import Foundation
import Testing

/// Copies of dead pages, from a stand-in of the Wayback Machine's availability API.
@Suite struct ArchiveTests {
  private func check(
    _ site: TellingSite, _ paths: [String], _ options: [String] = []
  ) async throws -> (links: [[String: Any]], text: String) {
    let folder = try Binary.Folder()
    try folder.write("a.json", TellingSite.record(paths.map { site.origin + $0 }))
    let run = try await Binary.run(
      ["check", "a.json", "--report", "jsonl=links.jsonl"] + site.options() + options,
      in: folder.url)
    let lines = try String(
      contentsOf: folder.url.appending(path: "links.jsonl"), encoding: .utf8)
    return (Binary.objects(in: lines).filter { $0["type"] as? String == "link" }, run.out)
  }

  @Test func `a copy of a dead page is told in every report`() async throws {
    let site = try await TellingSite()
    let (links, text) = try await check(
      site, ["/status/404/a?b=c&d", "/status/404/never", "/status/404/broken", "/fine"],
      ["--suggest-from", "\(site.origin)/wayback/available"])
    #expect(links.map { $0["verdict"] as? String } == ["dead", "dead", "dead", "alive"])
    let copy = try #require(links.first?["archived"] as? [String: String])
    let url = "http://web.archive.org/web/20130919044612/\(site.origin)/status/404/a?b=c&d"
    #expect(copy == ["url": url, "date": "2013-09-19"])
    #expect(links.dropFirst().allSatisfy { $0["archived"] == nil })
    #expect(text.contains("archived: \(url) (2013-09-19)"), "\(text)")
    let asked = site.lines.filter { $0.contains("/wayback/") }
    #expect(asked.count == 3)
    #expect(asked.contains { $0.hasSuffix("%2Fstatus%2F404%2Fa%3Fb%3Dc%26d") }, "\(asked)")
  }

  @Test(arguments: ["/status/500", "/status/429", "/to?/wayback/available"])
  func `an archive that fails changes nothing`(path: String) async throws {
    let site = try await TellingSite()
    let (links, _) = try await check(
      site, ["/status/404/a"], ["--suggest-from", site.origin + path])
    #expect(links.map { $0["verdict"] as? String } == ["dead"])
    #expect(links.first?["archived"] == nil)
  }

  @Test func `an address with a secret is not given away`() async throws {
    let site = try await TellingSite()
    let (links, _) = try await check(
      site, ["/status/404/a?token=abcdefgh1234"],
      ["--suggest-from", "\(site.origin)/wayback/available"])
    #expect(links.map { $0["verdict"] as? String } == ["dead"])
    #expect(!site.lines.contains { $0.contains("/wayback/") })
  }
}
