import Foundation
import Testing

@Suite(.serialized) struct ProbeCommandTests {
  private let site: PlainSite
  private let folder: Binary.Folder

  init() async throws {
    site = try await PlainSite()
    folder = try Binary.Folder()
  }

  private func probe(_ arguments: [String]) async throws -> Binary.Output {
    try await Binary.run(
      ["probe"] + arguments + ["--allow-address", "127.0.0.1:\(site.port)", "--rate", "off"],
      in: folder.url)
  }

  @Test func `a probe tells every request, and how to repeat the last`() async throws {
    let run = try await probe([site.url("/moved#here")])
    #expect(run.status == 0)
    #expect(
      try run.out.contains(
        Regex(
          #"time {8}(name [0-9.]+ ms, )?connect [0-9.]+ ms, wait [0-9.]+ ms, read [0-9.]+ ms, total"#
        )))
    let expected = [
      "verdict     moved (moved)", "request 1   GET \(site.url("/moved"))", "answer      301",
      "field       location: /page", "request 2   GET \(site.url("/page"))", "answer      200",
      "new connection", "field       etag: \"one\"",
      "page        type: text/html", "page        place: 'here' is there",
      "page        title: a", "peer        127.0.0.1:\(site.port), HTTP/1.1",
      "why         The page has moved for good to",
    ]
    for text in expected { #expect(run.out.contains(text), "\(text)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a probe is a line of JSON for programs`() async throws {
    let run = try await probe(["--json", site.url("/page#gone"), site.url("/page")])
    #expect(run.json.map { $0["verdict"] as? String } == ["dead", "alive"])
    #expect(run.json[0]["cause"] as? String == "fragment-missing")
    let page = try #require(run.json[0]["page"] as? [[String: String]])
    #expect(page.contains(["name": "place", "value": "'gone' is not there"]))
    let attempts = try #require(run.json[0]["attempts"] as? [[String: Any]])
    #expect(attempts.map { $0["status"] as? Int } == [200])
    #expect(run.status == 1)
  }

  @Test(arguments: [
    (["/page"], 0), (["/moved"], 0), (["/gone"], 1), (["/trouble"], 0),
    (["/trouble", "--fail-on", "note"], 1), (["/page#gone"], 1),
    (["/page#gone", "--fail-on", "error"], 0),
  ])
  func `a dead link fails, a doubtful one where that is asked`(
    arguments: [String], status: Int
  ) async throws {
    let run = try await probe([site.url(arguments[0])] + arguments.dropFirst())
    #expect(Int(run.status) == status, "\(run.out)")
  }

  @Test(arguments: [
    (["--exclude", "127.0.0.1"], false), (["--exclude", "*.example"], true),
    (["--exclude", "127.0.0.1", "--include", "http://127.0.0.1:*/page"], true),
  ])
  func `an address that is left out is not asked`(options: [String], isAsked: Bool) async throws {
    site.forget()
    let run = try await probe([site.url("/page"), "--json"] + options)
    #expect(run.json.first?["verdict"] as? String == (isAsked ? "alive" : "unchecked"))
    #expect(run.json.first?["cause"] as? String == (isAsked ? "ok" : "excluded"))
    #expect(site.requests.isEmpty == !isAsked)
    #expect(run.status == 0)
  }

  @Test func `the command that is shown sends what the probe sent`() async throws {
    let site = try await TellingSite()
    let url = "http://news.test:\(site.port)/[a]/../b?q='x'"
    let options = [
      "--connect-to", "news.test:\(site.port):127.0.0.1:\(site.port)",
      "--allow-address", "127.0.0.1:\(site.port)", "--user-agent", "a 'b' c", "--rate", "off",
    ]
    for text in [url, url + "#here", url + "#gone", "http://news.test:\(site.port)/to?%2Fc#here"] {
      let before = site.requests.count
      let run = try await Binary.run(["probe", text] + options, in: folder.url)
      let line = try #require(run.lines.last)
      let command = try #require(line.split(separator: "repeat      ").last.map(String.init))
      #expect(site.requests.count > before, "\(run.err)")
      let own = try #require(site.requests.last)
      let repeated = try Program.run("sh", ["-c", "http_proxy=http://127.0.0.1:1 \(command)"])
      #expect(repeated.status == 0, "\(command): \(repeated.output)")
      let other = try #require(site.requests.last)
      #expect(site.requests.count > before + 1)
      #expect(own.method == other.method)
      #expect(own.path == other.path)
      #expect(own.fields == other.fields, "\(command)")
    }
  }

  @Test func `TLS is told, and trusted only through the authorities that were named`() async throws
  {
    let site = try await TellingSite(tls: true)
    let certificate = site.folder.url.appending(path: "site.pem").path
    let arguments = [
      "probe", "https://site.test/to?%2Fnext#here", "--connect-to",
      "site.test:443:127.0.0.1:\(site.port)", "--allow-address", "127.0.0.1:\(site.port)",
      "--rate", "off",
    ]
    let run = try await Binary.run(arguments + ["--ca-file", certificate], in: folder.url)
    #expect(run.status == 0, "\(run.out)")
    for text in [
      "request 1   GET https://site.test/to?%2Fnext", "answer      302",
      "field       location: /next",
      "TLS, certificate trusted", "request 2   GET https://site.test/next", "new connection",
      "--cacert '\(certificate)' --connect-to 'site.test:443:127.0.0.1:\(site.port)'",
    ] {
      #expect(run.out.contains(text), "\(text) is not in \(run.out)")
    }
    #expect(try run.out.contains(Regex(#"TLS [0-9.]+ ms"#)))
    let doubted = try await Binary.run(arguments, in: folder.url)
    #expect(doubted.status == 1)
    #expect(doubted.out.contains("verdict     dead (certificate-self-signed)"), "\(doubted.out)")
  }

  @Test func `no secret is shown`() async throws {
    let run = try await probe([site.url("/a?token=abcdefgh1234"), "--json"])
    #expect(!run.out.contains("abcdefgh1234"))
    #expect(site.requests.contains("HEAD /a?token=abcdefgh1234 200"))
  }

  @Test(arguments: ["example.com", "http://", "https://a b/"])
  func `what is no address is trouble`(text: String) async throws {
    let run = try await probe([text])
    #expect(run.status == 2)
    #expect(run.err.contains("'\(text)'"))
  }
}
