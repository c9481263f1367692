import Testing

@testable import Standards

@Suite struct ReservedNameTests {
  @Test(
    arguments: [
      ("localhost", .loopback), ("a.localhost", .loopback), ("localhost.", .loopback),
      ("printer.local", .privateNetwork), ("wiki.internal", .privateNetwork),
      ("a.home.arpa", .privateNetwork),
      ("nas.lan", .privateNetwork), ("example.org", .documentation),
      ("www.example.com", .documentation),
      ("a.example", .documentation), ("a.test", .trial), ("a.invalid", .neverResolves),
      ("abc.onion", .onion), ("intra", .singleLabel), ("com", .singleLabel),
    ] as [(String, ReservedName)]) func `a reserved name says why`(
      _ host: String, _ name: ReservedName
    )
  {
    #expect(ReservedName(host) == name)
  }

  @Test(arguments: [
    "swift.org", "localhost.com", "example.de", "notexample.com", "example.com.de", "local.net",
    "home.se", "a.arpa",
    "", "xn--bcher-kva.de",
  ]) func `a public name is not reserved`(_ host: String) {
    #expect(ReservedName(host) == nil)
  }
}
