import Foundation
import Testing

@Suite(.serialized) struct MemoryTests {
  private let folder: Binary.Folder
  private let site: PlainSite

  init() async throws {
    folder = try Binary.Folder()
    site = try await PlainSite()
  }

  private var store: String { folder.url.appending(path: ".stet/links.sqlite").path }

  /// The names in the store's folder, sorted.
  private var names: [String] {
    let path = folder.url.appending(path: ".stet").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private func check(
    _ paths: [String], at time: String = "2026-09-20T12:00:00Z", _ more: [String] = []
  ) async throws -> Binary.Output {
    try folder.write("a.json", site.record(paths))
    site.forget()
    return try await Binary.run(
      ["check", "a.json", "--store", store, "--report", "jsonl", "--now", time] + site.options
        + more, in: folder.url)
  }

  private func links(_ run: Binary.Output) -> [[String: Any]] {
    run.json.filter { $0["type"] as? String == "link" }
  }

  private func members(_ name: String, _ run: Binary.Output) -> [String] {
    links(run).map { $0[name] as? String ?? "-" }
  }

  @Test func `a warm run asks nothing and finds the same`() async throws {
    let paths = ["/page", "/page#here", "/page#gone", "/moved", "/gone", "/doc?token=abcdefgh1234"]
    let cold = try await check(paths)
    #expect(!site.requests.isEmpty)
    #expect(members("provenance", cold).allSatisfy { $0 == "fresh" })
    let warm = try await check(paths, at: "2026-09-20T12:10:00Z")
    #expect(site.requests.isEmpty, "\(site.requests)")
    #expect(members("provenance", warm).allSatisfy { $0 == "remembered" })
    for name in ["verdict", "cause", "sentence", "movedTo", "target"] {
      #expect(members(name, warm) == members(name, cold))
    }
    #expect(warm.status == cold.status && cold.status == 1)
    #expect(names == ["links.sqlite"])
    let bytes = try Data(contentsOf: URL(filePath: store))
    #expect(bytes.range(of: Data("abcdefgh1234".utf8)) == nil, "the secret is in the file")
  }

  @Test func `the project's folder holds the store, wherever in it the run begins`() async throws {
    try folder.write("stet.yml", "")
    try folder.write("deep/down/a.json", site.record(["/page"]))
    for _ in 1...2 {
      site.forget()
      let process = try Binary.Run(
        ["check", "a.json", "-q"] + site.options, executable: Binary.url, stdin: nil,
        folder: folder.url.appending(path: "deep/down"), environment: [:])
      #expect(try await process.output().status == 0)
    }
    #expect(site.requests.isEmpty)
    #expect(names == ["links.sqlite"])
  }

  @Test func `without a store every run asks`() async throws {
    try folder.write("a.json", site.record(["/page"]))
    for _ in 1...2 {
      site.forget()
      _ = try await Binary.run(
        ["check", "a.json", "--no-store", "-q"] + site.options, in: folder.url)
      #expect(site.requests == ["HEAD /page 200"])
    }
    #expect(names.isEmpty)
  }

  @Test func `a status that is known says nothing of a fragment`() async throws {
    _ = try await check(["/page"])
    let run = try await check(["/page#here", "/page"])
    #expect(site.requests == ["GET /page 200"])
    #expect(members("verdict", run) == ["alive", "alive"])
    _ = try await check(["/page#other"])
    let back = try await check(["/page#here"])
    #expect(site.requests.isEmpty, "what was verified before is not forgotten")
    #expect(members("verdict", back) == ["alive"])
  }

  @Test func `each verdict is believed for its own time`() async throws {
    let paths = ["/page", "/moved", "/gone", "/trouble"]
    _ = try await check(paths)
    _ = try await check(paths, at: "2026-09-20T14:00:00Z")
    let second = Set(site.requests.map { $0.split(separator: " ")[1] })
    #expect(second == ["/gone", "/trouble"])
    _ = try await check(paths, at: "2026-09-28T12:00:00Z")
    let third = Set(site.requests.map { $0.split(separator: " ")[1] })
    #expect(third == ["/gone", "/trouble", "/moved", "/page"])
  }

  @Test func `a page that has not changed is not read again`() async throws {
    let paths = ["/page#here", "/page#gone"]
    _ = try await check(paths)
    #expect(site.requests == ["GET /page 200"])
    for hour in [14, 16] {
      let run = try await check(paths, at: "2026-09-20T\(hour):00:00Z")
      #expect(site.requests == ["GET /page 304"])
      #expect(members("verdict", run) == ["alive", "dead"])
      #expect(members("provenance", run) == ["fresh", "fresh"])
    }
    _ = try await check(paths + ["/page#more"], at: "2026-09-20T18:00:00Z")
    #expect(site.requests == ["GET /page 200"])
  }

  @Test func `what is learnt under other settings or from the future is not believed`()
    async throws
  {
    _ = try await check(["/page"])
    _ = try await check(["/page"], at: "2026-09-20T12:01:00Z", ["--user-agent", "another"])
    #expect(site.requests.count == 1)
    _ = try await check(["/page"], at: "2026-09-19T12:00:00Z")
    #expect(site.requests.count == 1)
  }

  @Test func `what fails in three runs over two days is dead, and the report says since when`()
    async throws
  {
    var seen: [String] = []
    for day in 20...23 {
      let run = try await check(["/trouble"], at: "2026-09-\(day)T12:00:00Z")
      seen += members("verdict", run)
      if day == 23 {
        let link = try #require(links(run).first)
        #expect(link["failures"] as? Int == 4)
        #expect(link["failingSince"] as? String == "2026-09-20T12:00:00Z")
        #expect(link["cause"] as? String == "server-error")
        #expect((link["sentence"] as? String)?.contains("4 runs since 2026-09-20") == true)
        #expect(run.status == 1)
      }
    }
    #expect(seen == ["doubtful", "doubtful", "dead", "dead"])
  }

  @Test(arguments: ["", "hello"])
  func `a broken store is set aside and changes no verdict`(text: String) async throws {
    try folder.write(".stet/links.sqlite", text)
    let run = try await check(["/page", "/gone"])
    #expect(members("verdict", run) == ["alive", "dead"])
    #expect(run.status == 1)
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    #expect(run.err.contains("damaged"))
    #expect(names.count == 1 && names[0].contains(".corrupt-"), "\(names)")
    let next = try await check(["/page", "/gone"])
    #expect(next.err.isEmpty)
    #expect(names.contains("links.sqlite"))
  }

  @Test func `a store that lies in a row is asked again`() async throws {
    _ = try await check(["/gone"])
    var bytes = try Data(contentsOf: URL(filePath: store))
    let place = try #require(bytes.range(of: Data("answered 404".utf8)))
    bytes.replaceSubrange(place, with: Data("answered 2O0".utf8))
    try bytes.write(to: URL(filePath: store))
    let run = try await check(["/gone"], at: "2026-09-20T12:01:00Z")
    #expect(members("verdict", run) == ["dead"])
    #expect(!site.requests.isEmpty)
  }

  @Test func `two runs at once share a store`() async throws {
    let paths = (0..<150).map { "/\($0)" } + ["/gone"]
    try folder.write("a.json", site.record(paths))
    let arguments =
      ["check", "a.json", "--store", store, "--now", "2026-09-20T12:00:00Z", "-q"] + site.options
    let runs = try (0..<3).map { _ in try Binary.start(arguments, in: folder.url) }
    for started in runs {
      let run = try await started.output()
      #expect(run.status == 1)
      #expect(run.err.isEmpty, "\(run.err)")
    }
    _ = try await check(paths, at: "2026-09-20T12:01:00Z")
    #expect(site.requests.isEmpty)
    #expect(names == ["links.sqlite"])
  }

  @Test func `a run that is killed leaves a store that can be used`() async throws {
    let paths = (0..<3_000).map { "/\($0)" }
    try folder.write("a.json", site.record(paths))
    let arguments = ["check", "a.json", "--store", store, "-q", "--now", "2026-09-20T12:00:00Z"]
    for iteration in 0..<20 {
      let run = try Binary.start(arguments + site.options, in: folder.url)
      // Not a wait for anything: the kill comes at another point of the run each time.
      try await Task.sleep(for: .milliseconds(30 + iteration * 17))
      kill(run.process.processIdentifier, SIGKILL)
      _ = try await run.output()
    }
    let last = try await check(["/1", "/gone"])
    #expect(last.err.isEmpty, "\(last.err)")
    #expect(members("verdict", last) == ["alive", "dead"])
    #expect(names.filter { !$0.hasPrefix("links.sqlite") || $0.contains("corrupt") }.isEmpty)
  }
}
