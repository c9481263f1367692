import Testing

@testable import Run

@Suite struct StandInTests {
  @Test(arguments: [
    ("http://127.0.0.1:8080/tides", "http://127.0.0.1:8080/tides", "https://a.test/tides"),
    ("http://127.0.0.1:8080/tides", "http://127.0.0.1:8080/tides/", "https://a.test/tides/"),
    ("http://127.0.0.1:8080/tides", "http://127.0.0.1:8080/x?y", "https://a.test/x?y"),
    ("https://next.a.test/tides", "https://next.a.test/winds", "https://a.test/winds"),
    ("http://127.0.0.1:8080/a/tides", "http://127.0.0.1:8080/a/x", "https://a.test/x"),
    ("http://127.0.0.1:8080/tides", "https://b.test/tides", "https://b.test/tides"),
    ("http://127.0.0.1:8080/other", "http://127.0.0.1:8080/other", "https://a.test/tides"),
  ])
  func `an address where a site is tried is the site's own`(
    asked: String, address: String, original: String
  ) {
    let standIn = StandIn(asked: asked, for: "https://a.test/tides")
    #expect(standIn.original(of: address) == original)
  }
}
