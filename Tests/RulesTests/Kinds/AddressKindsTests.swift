import Model
import Testing

@testable import Rules

/// What the kinds that look at addresses take for a fault, and what they leave alone.
@Suite struct AddressKindsTests {
  private func rules(_ url: String) throws -> [String] {
    try RuleEngineTests.ids(#"{"canonical_source": "\#(url)"}"#).filter { $0.hasPrefix("urls/") }
  }

  @Test(arguments: [
    "https://www.iana.org/a?b=c#d", "https://www.iana.org/?q=why?", "https://www.iana.org/?a=/b/",
    "https://www.iana.org/save?url=https://b.org/?c=1",
    "https://www.iana.org/save?url=https%3A%2F%2Fb.org%2F?c=1",
    "https://www.iana.org/#/route?x=1", "https://www.iana.org/#!a?x=1",
    "https://www.iana.org/#:~:text=who?me=1", "https://www.iana.org/#who?", "https://bücher.org/é",
    "https://xn--bcher-kva.org/", "https://новости.рф/", "https://www.iana.org/@user/a",
    "https://www.iana.org/a%20b", "https://www.iana.org:8443/",
    "https://www.iana.org/utm_source/fbclid", "https://www.iana.org/a_(b)", "https://8.8.8.8/",
    "https://www.iana.org/%E2%80%99",
  ])
  func `an address that works is left alone`(url: String) throws {
    #expect(try rules(url) == [])
  }

  static let faults: [(url: String, rule: String)] = [
    ("https://www.iana.org/?a=1/?b=2", "malformed-query"),
    ("https://www.iana.org/?a?b=2", "malformed-query"),
    ("https://www.iana.org/#a/?b=2", "query-after-fragment"),
    ("https://www.iana.org/#?b=2", "query-after-fragment"),
    ("https://www.iana.org/?utm_medium=x", "tracking"),
    ("https://www.iana.org/?a=1&fbclid=x#y", "tracking"),
    ("http://www.iana.org/", "insecure"),
    ("https://u:p@www.iana.org/", "credentials"),
    ("https://u@www.iana.org/", "credentials"),
    ("//www.iana.org/", "not-absolute"),
    ("www.iana.org", "not-absolute"),
    ("ftp://www.iana.org/", "not-absolute"),
    ("javascript:alert(1)", "not-absolute"),
    ("https://www.ia na.org/", "not-absolute"),
    ("https://www.iana.org:99999/", "not-absolute"),
    ("hhtps://www.iana.org/", "misspelt-scheme"),
    ("https//www.iana.org/", "misspelt-scheme"),
    ("http://https://www.iana.org/", "misspelt-scheme"),
    ("https://2130706433/", "private-host"),
    ("https://[::1]/", "private-host"),
    ("https://printer.local/", "private-host"),
    ("https://intranet/", "private-host"),
    ("https://example.org/", "private-host"),
    ("HTTPS://www.iana.org/", "not-normal"),
    ("https://www.iana.org/a/./b", "not-normal"),
    ("https://www.iana.org/a b", "not-normal"),
    (#"https:\\/\\/www.iana.org\\/"#, "not-normal"),
    ("https://www.iаna.org/", "mixed-script-host"),
  ]

  @Test(arguments: faults) func `a faulty address gives one finding`(
    url: String, rule: String
  )
    throws
  {
    #expect(
      try rules(url).filter { $0 != "urls/insecure" || rule == "insecure" } == ["urls/" + rule])
  }
}
