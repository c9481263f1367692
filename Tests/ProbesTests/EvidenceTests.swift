import Curl
import Model
import Testing

@testable import Probes

@Suite struct WallSignatureTests {
  private func fields(_ name: String, _ value: String) -> [HeaderField] {
    [HeaderField(name: name, value: Array(value.utf8))]
  }

  @Test(arguments: [
    (403, "cf-mitigated", "challenge", "Cloudflare"),
    (429, "cf-mitigated", "challenge", "Cloudflare"),
    (503, "cf-mitigated", "Challenge", "Cloudflare"), (403, "server", "AkamaiGHost", "Akamai"),
    (403, "x-datadome", "protected", "DataDome"), (403, "set-cookie", "datadome=x; a", "DataDome"),
    (403, "x-iinfo", "1-2", "Imperva"), (403, "set-cookie", "visid_incap_1=x", "Imperva"),
    (202, "x-amzn-waf-action", "challenge", "AWS WAF"), (999, "server", "x", "LinkedIn"),
  ])
  func `a wall is known by its signature`(
    status: Int, name: String, value: String, vendor: String
  ) {
    #expect(WallSignature.vendor(status: status, fields: fields(name, value)) == vendor)
  }

  @Test(arguments: [
    (200, "cf-mitigated", "challenge"), (404, "server", "AkamaiGHost"),
    (403, "server", "cloudflare"),
    (403, "cf-mitigated", ""), (200, "x-iinfo", "1"), (200, "set-cookie", "datadome=x"),
  ])
  func `another answer of the same vendor is no wall`(status: Int, name: String, value: String) {
    #expect(WallSignature.vendor(status: status, fields: fields(name, value)) == nil)
  }

  @Test func `signatures are sorted by vendor`() {
    let vendors = WallSignature.all.map { $0.vendor.lowercased() }
    #expect(vendors == vendors.sorted())
  }
}

@Suite struct CookieJarTests {
  private func jar(_ values: [String]) -> CookieJar {
    var jar = CookieJar()
    jar.take(
      values.map { HeaderField(name: "set-cookie", value: Array($0.utf8)) }, from: "a.example")
    return jar
  }

  @Test func `a cookie goes back to its host alone`() {
    let jar = jar(["a=1; Domain=.example; Secure", "b=2"])
    #expect(jar.cookie(for: "a.example") == "a=1; b=2")
    #expect(jar.cookie(for: "b.example") == nil)
  }

  @Test func `a later cookie replaces an earlier one of its name`() {
    #expect(jar(["a=1", "b=2", "a=3"]).cookie(for: "a.example") == "b=2; a=3")
  }

  @Test(arguments: ["", "a", "=b", "a=\u{1B}[2J", "a=b c", "a=\u{E9}", "a=b\r\nHost: x"])
  func `what is no plain cookie is left out`(value: String) {
    #expect(jar([value]).cookie(for: "a.example") == nil)
  }

  @Test func `a huge cookie is left out`() {
    #expect(jar(["a=" + String(repeating: "b", count: 60_000)]).cookie(for: "a.example") == nil)
  }
}
