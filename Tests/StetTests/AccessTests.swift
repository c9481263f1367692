import Foundation
import Testing

/// What is sent to whom: secrets go to the origin that they were given for, and into no report.
@Suite struct AccessTests {
  private static let secret = "s3cr3t-v4lue"

  /// Checks the addresses; the run's lines about links, and all that it printed.
  private func check(
    _ urls: [String], _ options: [String], environment: [String: String] = [:]
  ) async throws -> (links: [[String: Any]], output: Binary.Output) {
    let folder = try Binary.Folder()
    try folder.write("a.json", TellingSite.record(urls))
    let run = try await Binary.run(
      ["check", "a.json", "--report", "jsonl"] + options, in: folder.url,
      environment: environment)
    return (run.json.filter { $0["type"] as? String == "link" }, run)
  }

  @Test func `a field goes to its origin alone, and not across redirects`() async throws {
    let a = try await TellingSite()
    let b = try await TellingSite()
    let (links, run) = try await check(
      ["\(a.origin)/to?\(b.origin)/end", "\(b.origin)/other"],
      a.options(b) + ["--header", "\(a.origin) X-Api-Key: \(Self.secret)"])
    #expect(links.map { $0["verdict"] as? String } == ["alive", "alive"], "\(run.out)")
    #expect(a.requests.map { $0.fields["x-api-key"] } == [Self.secret])
    #expect(b.requests.count == 2)
    #expect(b.requests.allSatisfy { $0.fields["x-api-key"] == nil })
    #expect(!(run.out + run.err).contains(Self.secret))
  }

  @Test func `an origin is scheme, host and port`() async throws {
    let site = try await TellingSite()
    for origin in [
      "https://127.0.0.1:\(site.port)", "http://127.0.0.1", "http://localhost:\(site.port)",
    ] {
      _ = try await check(
        ["\(site.origin)/a"], site.options() + ["--header", "\(origin) X-Api-Key: \(Self.secret)"])
    }
    #expect(site.requests.count == 3)
    #expect(site.requests.allSatisfy { $0.fields["x-api-key"] == nil })
  }

  @Test func `a login comes from the environment, and evidence has its name only`() async throws {
    let site = try await TellingSite()
    let (links, run) = try await check(
      ["\(site.origin)/status/404"],
      site.options() + [
        "--auth", "\(site.origin)=SITE_LOGIN", "--header-env", "\(site.origin) X-Key=SITE_KEY",
        "--report", "text=text.txt",
      ], environment: ["SITE_LOGIN": "me:\(Self.secret)", "SITE_KEY": Self.secret])
    let encoded = Data("me:\(Self.secret)".utf8).base64EncodedString()
    #expect(site.requests.first?.fields["authorization"] == "Basic \(encoded)")
    #expect(site.requests.first?.fields["x-key"] == Self.secret)
    let exchange = try #require(links.first?["exchange"] as? [String: Any])
    #expect((exchange["sent"] as? [String])?.sorted() == ["Authorization", "X-Key"])
    #expect((exchange["curl"] as? String)?.contains("-H 'Authorization: ***'") == true)
    for text in [Self.secret, encoded] { #expect(!(run.out + run.err).contains(text)) }
  }

  @Test func `a server that gives a secret back in a redirect does not get it into reports`()
    async throws
  {
    let site = try await TellingSite()
    let (links, run) = try await check(
      ["\(site.origin)/to?/x-\(Self.secret)-x"],
      site.options() + ["--header", "\(site.origin) X-Api-Key: x-\(Self.secret)-x"])
    #expect(links.first?["cause"] as? String == "credentials")
    #expect((links.first?["hops"] as? [Any])?.isEmpty == true)
    #expect(!run.err.contains(Self.secret))
  }

  @Test(arguments: [
    ["--header", "https://a.example/path X: 1"], ["--header", "a.example X: 1"],
    ["--header", "https://a.example Host: b.example"], ["--header", "https://a.example X Y: 1"],
    ["--header", "https://u:p@a.example X: 1"], ["--auth", "https://a.example=NOT_SET_AT_ALL"],
    ["--client-cert", "https://a.example=/nowhere"], ["--insecure", "a/b"],
    ["--proxy", "proxy.example"], ["--client-key", "https://a.example=/etc/hostname"],
  ])
  func `what cannot be meant is trouble`(options: [String]) async throws {
    let run = try await Binary.run(["check", "."] + options)
    #expect(run.status == 2)
    #expect(run.err.contains(options[0]), "\(run.err)")
  }

  @Test(arguments: [
    "proxy", "header", "auth", "insecure", "client-cert", "client-key", "ca-file", "root-dir",
    "suggest", "suggest-from",
  ])
  func `what leads elsewhere or takes secrets along is refused in the file`(
    key: String
  )
    async throws
  {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", "links: { \(key): x }\n")
    try folder.write("a.json", "{}")
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains("stet.yml:1:"))
    #expect(run.err.contains("command line only (--\(key))"), "\(run.err)")
  }

  @Test func `a proxy is asked for everything, with a word of warning`() async throws {
    let proxy = try await TellingSite()
    let (links, run) = try await check(
      ["http://page.example/a", "http://page.example/to?http://10.0.0.1/"],
      ["--only", "links/*", "--rate", "off", "--proxy", "http://me:pass@127.0.0.1:\(proxy.port)"],
      environment: ["no_proxy": "page.example", "NO_PROXY": "*"])
    #expect(links.map { $0["cause"] as? String } == ["ok", "private-address"], "\(run.out)")
    #expect(
      proxy.lines.sorted()
        == ["HEAD http://page.example/a", "HEAD http://page.example/to?http://10.0.0.1/"])
    #expect(run.err.contains("'http://***@127.0.0.1:\(proxy.port)'"), "\(run.err)")
    #expect(run.err.contains("now the proxy's"))
    let exchange = try #require(links.first?["exchange"] as? [String: Any])
    #expect(exchange["proxy"] as? String == "http://***@127.0.0.1:\(proxy.port)")
    #expect(!(run.out + run.err).contains("me:pass"))
  }

  @Test func `a proxy that leads nowhere makes links doubtful`() async throws {
    let proxy = try await TellingSite()
    let (links, _) = try await check(
      ["https://page.example/a"],
      ["--only", "links/*", "--retries", "0", "--proxy", "http://127.0.0.1:\(proxy.port)"])
    #expect(links.map { $0["verdict"] as? String } == ["doubtful"])
    #expect((links.first?["sentence"] as? String)?.contains("the proxy") == true)
  }

  @Test func `a certificate is taken as it is only where that was asked for`() async throws {
    let site = try await TellingSite(tls: true)
    let url = "https://127.0.0.1:\(site.port)/a"
    let (strict, _) = try await check([url], site.options())
    #expect(strict.map { $0["cause"] as? String } == ["certificate-self-signed"])
    let (other, _) = try await check([url], site.options() + ["--insecure", "127.0.0.2"])
    #expect(other.map { $0["cause"] as? String } == ["certificate-self-signed"])
    let (lax, _) = try await check(
      [url], site.options() + ["--insecure", "127.0.0.1:\(site.port)"])
    #expect(lax.map { $0["cause"] as? String } == ["ok"])
    let exchange = try #require(lax.first?["exchange"] as? [String: Any])
    #expect(exchange["isUnverified"] as? Bool == true)
    #expect((exchange["curl"] as? String)?.contains(" -k ") == true)
  }

  @Test func `a client certificate is shown to its origin alone`() async throws {
    let site = try await TellingSite(tls: true)
    func file(_ name: String) -> String { site.folder.url.appending(path: name).path }
    let origin = "https://127.0.0.1:\(site.port)"
    let common = site.options() + ["--ca-file", file("site.pem")]
    func certificate(_ origin: String) -> [String] {
      [
        "--client-cert", "\(origin)=\(file("client.pem"))",
        "--client-key", "\(origin)=\(file("client.key"))",
      ]
    }
    let (links, run) = try await check(["\(origin)/a"], common + certificate(origin))
    #expect(links.map { $0["cause"] as? String } == ["ok"], "\(run.out)")
    _ = try await check(["\(origin)/b"], common + certificate("https://127.0.0.1"))
    #expect(site.requests.map(\.client) == ["client.test", nil])
  }
}
