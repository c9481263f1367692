import Model
import Testing

@testable import Store

@Suite struct FactsTests {
  private let url = "https://a.test/page"

  private func outcome(
    _ event: Outcome.Event, hops: [Hop] = [], at final: String? = nil
  ) -> Outcome {
    Outcome(
      event: event, hops: hops, attempts: 2,
      exchange: Exchange(
        method: "GET", url: final ?? url, address: "[2001:db8::1]:443", httpVersion: "1.1"))
  }

  private func kept(_ outcome: Outcome, wanted: [Fragment] = []) throws -> Facts {
    let facts = try #require(Facts(outcome, wanted: wanted) { $0.contains("secret") })
    return try #require(Facts(lines: facts.lines))
  }

  @Test func `an answer comes back as it was`() throws {
    let states: [Fragment: FragmentState] = [
      "a": .found, "b c": .missing, "": .found, "é": .undecidable("a script builds it"),
    ]
    let original = outcome(
      .answered(
        Answer(
          status: 200, contentType: "text/html; charset=utf-8", fragments: states,
          validators: Validators(entityTag: "W/\"x\"", lastModified: nil))),
      hops: [
        Hop(url: url, status: 301, location: "http://b.test/x#y"),
        Hop(url: "http://b.test/x", status: 302, location: "https://c.test/"),
      ], at: "https://c.test/")
    let facts = try kept(original, wanted: ["a", "b c", "", "é", "page=2"])
    #expect(facts.outcome(of: url) == original)
    #expect(facts.verified == ["a", "b c", "", "é", "page=2"])
  }

  @Test(arguments: [
    FailureCause.connectionRefused, .timeout(.firstByte), .noSuchName, .protocolError("no HTTP"),
    .badRedirect("an address that is no URL"), .other(""), .certificateExpired, .hostDown,
  ])
  func `a failure comes back as it was`(cause: FailureCause) throws {
    #expect(try kept(outcome(.failed(cause))).outcome(of: url) == outcome(.failed(cause)))
  }

  @Test func `no secret is kept`() {
    let hop = Hop(url: url, status: 301, location: "https://b.test/?secret=1")
    let answered = Outcome.Event.answered(Answer(status: 200, fragments: ["secret": .found]))
    #expect(Facts(outcome(answered, hops: [hop]), wanted: []) { $0.contains("secret") } == nil)
    let facts = Facts(outcome(answered), wanted: ["secret"]) { $0.contains("secret") }
    #expect(facts?.verified == [])
    #expect(facts?.lines.contains { $0.contains("secret") } == false)
  }

  @Test func `what was not asked is no fact`() {
    #expect(Facts(outcome(.skipped(.outOfTime)), wanted: []) { _ in false } == nil)
  }

  @Test(arguments: [
    [], ["answered 200"], ["by GET\t-\t-\t1"], ["answered 99", "by GET\t-\t-\t1"],
    ["answered 200", "failed tls", "by GET\t-\t-\t1"],
    ["answered 200", "answered 404", "by GET\t-\t-\t1"],
    ["answered 200", "by GET\t-\t-\t1", "by GET\t-\t-\t1"],
    ["answered 200", "by GET\t\u{1B}[31m\t-\t1"], ["answered 200", "by GET\t-\t-\t-1"],
    ["failed nonsense", "by GET\t-\t-\t1"], ["failed tls", "found a", "by GET\t-\t-\t1"],
    ["answered 200", "found a", "missing a", "by GET\t-\t-\t1"],
    ["answered 200", "wall \u{7F}", "by GET\t-\t-\t1"],
    ["answered 200", "hop 301 file:///etc/passwd", "by GET\t-\t-\t1"],
    ["answered 200", "hop 301 https://a.test/ b", "by GET\t-\t-\t1"],
    ["answered 200", "unsure a", "by GET\t-\t-\t1"],
  ])
  func `lines that our own hand would not write are no facts`(lines: [String]) {
    #expect(Facts(lines: lines) == nil)
  }
}
