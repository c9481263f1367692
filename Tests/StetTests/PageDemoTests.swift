import Foundation
import Testing

@Suite struct PageDemoTests {
  private static let sitemap = "https://gazette.test/sitemap.xml"

  private static let slugs: [String] = {
    let file = Binary.root.appending(path: "examples/pages/records.jsonl")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return Binary.objects(in: text).compactMap { $0["slug"] as? String }
  }()

  @Test func `each page has the fault that was planted and no other`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let run = try await Binary.run(
      [
        "check", "examples/pages", "--report", "jsonl", "--now", "2026-09-20T12:00:00Z",
        "--sitemap", Self.sitemap,
      ] + site.options)
    #expect(run.status == 1, "\(run.err)")
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    var found: [String: [String]] = [:]
    for finding in findings {
      let record = try #require(finding["record"] as? String)
      found[record, default: []].append(try #require(finding["rule"] as? String))
    }
    #expect(Self.slugs.count == 22)
    #expect(found[Self.sitemap] == ["pages/listed-without-record"])
    #expect(found.count == 22, "\(found.keys)")
    for slug in Self.slugs {
      let fault = slug.dropFirst("fault-of-".count)
      let names = found[slug, default: []].map { String($0.split(separator: "/")[1]) }
      #expect(names == (fault == "nothing" ? [] : [String(fault)]))
    }
  }

  @Test func `records that call their fields otherwise are compared as well`() async throws {
    let names = [
      ("title", "name"), ("lang", "tongue"), ("body_md", "prose"), ("published_at", "out"),
      ("updated_at", "changed"), ("url", "self"), ("canonical_source", "origin"),
      ("alternates", "forms"), ("html", "page"), ("markdown", "md"), ("text", "plain"),
      ("jsonld", "data"),
    ]
    var records = try String(
      contentsOf: Binary.root.appending(path: "examples/pages/records.jsonl"), encoding: .utf8)
    for (name, other) in names {
      records = records.replacingOccurrences(of: "\"\(name)\": ", with: "\"\(other)\": ")
    }
    let folder = try Binary.Folder()
    try folder.write("records.jsonl", records)
    try folder.write(
      "stet.yml",
      """
      fields:
        { title: name, lang: tongue, body_md: prose, published_at: out, updated_at: changed,
          url: self, canonical_source: origin, alternates: { html: forms.page,
          markdown: forms.md, text: forms.plain, jsonld: forms.data } }

      """)
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let run = try await Binary.run(
      ["check", "records.jsonl", "--report", "jsonl", "--now", "2026-09-20T12:00:00Z"]
        + site.options, in: folder.url)
    let found = run.json.compactMap { line in
      (line["rule"] as? String).flatMap { rule in
        (line["record"] as? String).map { "\($0) \(rule.split(separator: "/")[1])" }
      }
    }
    // Those that only the sitemap shows are not among them.
    let expected = Self.slugs.filter { $0 != "fault-of-nothing" && !$0.contains("sitemap") }.map {
      "\($0) \($0.dropFirst("fault-of-".count))"
    }
    #expect(found == expected, "\(run.err)")
  }

  @Test func `a second run makes no request and finds the same`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let folder = try Binary.Folder()
    let options =
      [
        "check", "examples/pages", "--report", "jsonl", "--no-timings", "--store",
        folder.url.appending(path: "store.sqlite").path,
      ] + site.options
    func findings(_ run: Binary.Output) -> [String] {
      run.json.filter { $0["type"] as? String == "finding" }.compactMap { $0["message"] as? String }
    }
    let cold = try await Binary.run(options)
    let warm = try await Binary.run(options)
    #expect(!findings(cold).isEmpty)
    #expect(findings(cold) == findings(warm))
    #expect(cold.json.last?["requests"] as? Int ?? 0 >= 80)
    #expect(warm.json.last?["requests"] as? Int == 0, "\(warm.json.last ?? [:])")
  }

  @Test func `an offline run says that pages are not compared`() async throws {
    let run = try await Binary.run(
      ["check", "examples/pages", "--offline", "--report", "jsonl", "--no-timings"])
    let head = try #require(run.json.first)
    #expect("\(head)".contains("pages"), "\(head)")
    #expect(!run.json.contains { ($0["rule"] as? String)?.hasPrefix("pages/") == true })
  }

  @Test func `without rules about pages their bodies are left alone`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let run = try await Binary.run(
      ["check", "examples/pages", "--report", "jsonl", "--only", "links/*"] + site.options)
    #expect(run.status == 0, "\(run.out)")
  }
}
