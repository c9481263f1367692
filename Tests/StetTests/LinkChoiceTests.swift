import Foundation
import Testing

/// Which links are asked, where, and what of their answers counts.
@Suite struct LinkChoiceTests {
  private func check(
    _ urls: [String], _ options: [String], configuration: String = "",
    in folder: Binary.Folder? = nil
  ) async throws -> (links: [[String: Any]], output: Binary.Output) {
    let folder = try folder ?? Binary.Folder()
    if !configuration.isEmpty { try folder.write("stet.yml", configuration) }
    try folder.write("a.json", TellingSite.record(urls))
    let run = try await Binary.run(
      ["check", "a.json", "--report", "jsonl"] + options, in: folder.url)
    return (run.json.filter { $0["type"] as? String == "link" }, run)
  }

  private func causes(_ links: [[String: Any]]) -> [String] {
    links.map { $0["cause"] as? String ?? "" }
  }

  @Test func `links are left out by host, address and expression`() async throws {
    let site = try await TellingSite()
    let urls = [
      "\(site.origin)/a.pdf", "\(site.origin)/b", "\(site.origin)/c", "https://x.example/",
    ]
    let (named, _) = try await check(
      urls,
      site.options() + [
        "--exclude", #"/\.pdf$/"#, "--exclude", "*.example", "--exclude", "\(site.origin)/*",
        "--include", "\(site.origin)/c",
      ], configuration: "links: { include: ['/b$/'] }\n")
    #expect(causes(named) == ["excluded", "ok", "ok", "excluded"])
    #expect(site.lines.sorted() == ["HEAD /b", "HEAD /c"])
  }

  @Test func `a redirect to what is left out is not followed`() async throws {
    let site = try await TellingSite()
    let (links, _) = try await check(
      ["\(site.origin)/to?/login"], site.options() + ["--exclude", "/[0-9].login/"])
    #expect(causes(links) == ["excluded"])
    #expect(site.lines == ["HEAD /to?/login"])
  }

  @Test(arguments: ["/(a/", "/(?=a)b/", "", "a b"])
  func `an expression that is none is trouble, with its reason`(text: String) async throws {
    let (_, run) = try await check(["https://a.example/"], ["--exclude", text])
    #expect(run.status == 2)
    #expect(run.err.contains("--exclude cannot be '\(text)'"), "\(run.err)")
    let (_, file) = try await check(
      ["https://a.example/"], ["--offline"], configuration: "links: { exclude: ['\(text)'] }\n")
    #expect(file.status == 2)
    #expect(file.err.contains("stet.yml:1:"), "\(file.err)")
  }

  @Test func `another address is asked instead, and evidence tells so`() async throws {
    let site = try await TellingSite()
    let remap = #"^https://news\.example/(.*) \#(site.origin)/next/$1"#
    let (links, _) = try await check(
      ["https://news.example/a#here"], site.options() + ["--remap", remap])
    #expect(causes(links) == ["ok"])
    #expect(links.first?["target"] as? String == "https://news.example/a")
    #expect(links.first?["askedAs"] as? String == "\(site.origin)/next/a")
    #expect(site.lines == ["GET /next/a"])
    let (refused, _) = try await check(
      ["https://news.example/a"], ["--only", "links/*", "--remap", remap])
    #expect(causes(refused) == ["private-address"])
  }

  @Test func `where an address leads that was asked instead is no new address of the link`()
    async throws
  {
    let site = try await TellingSite()
    let (links, _) = try await check(
      ["https://news.example/old"],
      site.options() + ["--remap", "^https://news[.]example/old \(site.origin)/to?/new"])
    #expect(links.first?["verdict"] as? String == "alive")
    #expect(links.first?["movedTo"] is NSNull)
  }

  @Test func `a status counts as alive where that is set, and the sentence tells so`()
    async throws
  {
    let site = try await TellingSite()
    let urls = [
      "\(site.origin)/status/403", "\(site.origin)/status/500", "\(site.origin)/status/404",
    ]
    let (links, _) = try await check(
      urls, site.options() + ["--accept", "400..403", "--retries", "0"],
      configuration: "hosts: { '127.0.0.1:\(site.port)': { accept: [500] } }\n")
    #expect(causes(links) == ["accepted", "accepted", "not-found"])
    #expect(links.prefix(2).allSatisfy { $0["isAccepted"] as? Bool == true })
    #expect((links.first?["sentence"] as? String)?.contains("accepted by configuration") == true)
  }

  @Test func `what was accepted is remembered as that`() async throws {
    let site = try await TellingSite()
    let folder = try Binary.Folder()
    let options = site.options() + ["--accept", "403", "--store", "s.sqlite"]
    _ = try await check(["\(site.origin)/status/403"], options, in: folder)
    let (links, run) = try await check(["\(site.origin)/status/403"], options, in: folder)
    #expect(causes(links) == ["accepted"])
    #expect(links.first?["provenance"] as? String == "remembered")
    #expect(run.json.last?["requests"] as? Int == 0)
    let other = site.options() + ["--store", "s.sqlite"]
    #expect(
      try await causes(check(["\(site.origin)/status/403"], other, in: folder).links) == [
        "forbidden"
      ])
  }

  @Test func `GET is asked at once where that is set`() async throws {
    let site = try await TellingSite()
    _ = try await check(["\(site.origin)/a"], site.options() + ["--method", "get"])
    _ = try await check(
      ["\(site.origin)/b"], site.options(),
      configuration: "hosts: { '127.0.0.1:\(site.port)': { method: get } }\n")
    #expect(site.lines == ["GET /a", "GET /b"])
  }

  @Test func `no request is made again where that is set`() async throws {
    let site = try await TellingSite()
    let (links, _) = try await check(
      ["\(site.origin)/status/500"], site.options() + ["--retries", "0", "--method", "get"])
    #expect(causes(links) == ["server-error"])
    #expect(site.lines == ["GET /status/500"])
  }

  @Test func `the rules of a site are read once and heeded`() async throws {
    let site = try await TellingSite(robots: "User-agent: *\nDisallow: /private\n")
    let urls = (0..<20).map { "\(site.origin)/a\($0)" } + ["\(site.origin)/private/x"]
    let (links, _) = try await check(urls, site.options() + ["--robots"])
    #expect(causes(links) == Array(repeating: "ok", count: 20) + ["robots"])
    #expect(site.lines.filter { $0 == "GET /robots.txt" }.count == 1)
    #expect(site.lines.first == "GET /robots.txt")
    #expect(!site.lines.contains { $0.contains("/private") })
    let (unheeded, _) = try await check(urls.suffix(1), site.options())
    #expect(causes(unheeded) == ["ok"])
  }

  @Test(arguments: [("", "ok"), ("403", "ok"), ("503", "robots")])
  func `a site without rules may be asked, one whose rules break may not`(
    robots: String, cause: String
  ) async throws {
    let site = try await TellingSite(robots: robots)
    let (links, _) = try await check(
      ["\(site.origin)/a"], site.options(), configuration: "links: { robots: true }\n")
    #expect(causes(links) == [cause])
  }

  @Test func `rules hold after a redirect to another site`() async throws {
    let a = try await TellingSite()
    let b = try await TellingSite(robots: "User-agent: stet\nDisallow: /\n")
    let (links, _) = try await check(
      ["\(a.origin)/to?\(b.origin)/x"], a.options(b) + ["--robots"])
    #expect(causes(links) == ["robots"])
    #expect(b.lines == ["GET /robots.txt"])
  }

  @Test func `what is remembered is asked again when it is old, or when that is asked for`()
    async throws
  {
    let site = try await TellingSite()
    let folder = try Binary.Folder()
    let options = site.options() + ["--store", "s.sqlite"]
    func requests(_ more: [String]) async throws -> Int? {
      let run = try await check(["\(site.origin)/a"], options + more, in: folder).output
      return run.json.last?["requests"] as? Int
    }
    #expect(try await requests(["--now", "2026-06-01T00:00:00Z"]) == 1)
    let later = ["--now", "2026-06-01T12:00:00Z"]
    #expect(try await requests(later) == 0)
    #expect(try await requests(later + ["--max-age", "alive=1h"]) == 1)
    #expect(try await requests(later + ["--refresh"]) == 1)
    #expect(try await requests(["--now", "2026-06-01T12:30:00Z"]) == 0)
  }

  @Test func `addresses that are not probed are read`() async throws {
    let (links, _) = try await check(
      [
        "mailto:desk@news.example", "mailto:desk", "tel:+49-30-1", "tel:call", "data:,x", "data:x",
        "ftp://a.example/",
      ], ["--only", "links/*"])
    #expect(
      causes(links) == [
        "scheme", "malformed", "scheme", "malformed", "scheme", "malformed", "scheme",
      ])
  }

  @Test func `local links are looked for inside the folder and nowhere else`() async throws {
    let folder = try Binary.Folder()
    try folder.write("root/docs/a b.md", "x")
    try folder.write("secret.md", "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "root/way").path, withDestinationPath: "..")
    let root = folder.url.appending(path: "root").path
    let urls = [
      "docs/a%20b.md#x", "/docs/", "docs/none.md", "../secret.md", "../../../../etc/passwd",
      "way/secret.md", "docs/../../none", "file://\(root)/docs", "file:///etc/passwd",
      "file://other.example\(root)/docs",
    ]
    let (links, _) = try await check(urls, ["--only", "links/*", "--root-dir", "root"], in: folder)
    #expect(
      causes(links) == [
        "file-found", "file-found", "file-missing", "outside-root", "outside-root", "outside-root",
        "outside-root", "file-found", "outside-root", "outside-root",
      ])
    let (unasked, _) = try await check(urls, ["--only", "links/*"], in: folder)
    #expect(Set(causes(unasked)) == ["relative-without-base", "scheme"])
  }
}
