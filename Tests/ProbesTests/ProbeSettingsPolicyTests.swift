import Model
import Testing

@testable import Probes

@Suite struct ProbeSettingsPolicyTests {
  private static let changes: [(name: String, change: @Sendable (inout ProbeSettings) -> Void)] = [
    ("userAgent", { $0.userAgent = "other" }), ("maxHops", { $0.maxHops = 3 }),
    ("detours", { $0.detours = ["a:1:b:2"] }), ("authorities", { $0.authorities = "a.pem" }),
    ("ports", { $0.addressGuard.ports.insert(81) }),
    ("allowsPrivate", { $0.addressGuard.allowsPrivate = true }),
    ("exemptions", { $0.addressGuard.exemptions = Set([Exemption("10.0.0.1")].compactMap { $0 }) }),
    ("accepted", { $0.accepted = StatusRanges("403") ?? StatusRanges() }),
    ("asksWithGET", { $0.asksWithGET = true }),
    ("host method", { $0.hosts["a.example"] = HostLimits(asksWithGET: true) }),
    ("host accepts", { $0.hosts["a.example"] = HostLimits(accepted: StatusRanges("403")) }),
    ("field", { $0.origins["https://a.example"] = origin("one") }),
    ("field's value", { $0.origins["https://a.example"] = origin("two") }),
    ("field's origin", { $0.origins["http://a.example"] = origin("one") }),
    ("certificate", { $0.origins["https://a.example", default: .init()].certificate = "c.pem" }),
    ("insecureHosts", { $0.insecureHosts = ["a.example"] }),
    ("proxy", { $0.proxy = "http://127.0.0.1:1" }), ("robots", { $0.heedsRobots = true }),
    ("remap", { $0.remap = AddressRule(["a b"]) { $0 } }),
    ("exclusion", { $0.exclusion = AddressRule(["a"]) { _ in true } }),
  ]

  private static func origin(_ value: String) -> OriginSettings {
    var origin = OriginSettings()
    _ = origin.add(field: "X-Key", value)
    return origin
  }

  @Test func `every setting that changes what is learnt changes the policy`() {
    var policies = [ProbeSettings().policy: "the defaults"]
    for (name, change) in Self.changes {
      var settings = ProbeSettings()
      change(&settings)
      let other = policies.updateValue(name, forKey: settings.policy)
      #expect(other == nil, "\(name) is like \(other ?? "")")
    }
  }

  @Test func `how fast and how long is asked changes no policy`() {
    var settings = ProbeSettings()
    settings.rate = nil
    settings.timeout = .seconds(1)
    settings.connectTimeout = .seconds(1)
    settings.retriesPerRequest = 0
    settings.hosts["a.example"] = HostLimits(connections: 1)
    #expect(settings.policy == ProbeSettings().policy)
  }

  @Test func `no secret stands in a policy`() {
    var settings = ProbeSettings()
    settings.origins["https://a.example"] = Self.origin("s3cr3t-v4lue")
    #expect(!settings.policy.contains("s3cr3t-v4lue"))
  }
}

@Suite struct OriginSettingsTests {
  @Test(arguments: [
    ("https://a.example", "https://a.example"), ("HTTPS://A.example:443/", "https://a.example"),
    ("http://a.example:8080", "http://a.example:8080"), ("https://[::1]:8", "https://[::1]:8"),
    ("https://a.example/b", nil), ("https://a.example?b", nil), ("a.example", nil),
    ("https://u@a.example", nil), ("ftp://a.example", nil), ("https://a.example#b", nil),
  ])
  func `an origin is a scheme, a host and a port`(text: String, origin: String?) {
    #expect(OriginSettings.origin(text) == origin)
  }

  @Test(arguments: [
    ("X-Key", "1", true), ("Authorization", "Bearer x", true), ("X Key", "1", false),
    ("", "1", false), ("X-Key", "", false), ("X-Key", " ", false), ("X-Key", "a\r\nB: c", false),
    ("X-Key", "a\u{0}", false), ("Host", "b", false), ("content-LENGTH", "1", false),
    ("Ünit", "1", false),
  ])
  func `only what a field can be is taken`(name: String, value: String, isTaken: Bool) {
    var origin = OriginSettings()
    #expect(origin.add(field: name, value) == isTaken)
    #expect(origin.fields == (isTaken ? ["\(name): \(value)"] : []))
  }

  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of the RFC`(text: String, encoded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == encoded)
  }
}
