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
    let expected = [
      "verdict     moved (moved)", "request 1   GET \(site.url("/moved"))", "answer      301",
      "field       location: /page", "request 2   GET \(site.url("/page"))", "answer      200",
      "new connection", "field       etag: \"one\"",
      "repeat      curl -sS --max-time 30 --http1.1 -D - -o /dev/null '\(site.url("/page"))'",
    ]
    for text in expected { #expect(run.out.contains(text), "\(text)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a probe is a line of JSON for programs`() async throws {
    let run = try await probe(["--json", site.url("/page#gone"), site.url("/page")])
    #expect(run.json.map { $0["verdict"] as? String } == ["dead", "alive"])
    #expect(run.json[0]["cause"] as? String == "fragment-missing")
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
