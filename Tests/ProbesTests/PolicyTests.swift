import Model
import Probes
import Testing

@Suite struct PolicyTests {
  private static let verdicts: [(ClosedRange<Int>, Verdict)] = [
    (200...299, .alive), (300...403, .doubtful), (404...404, .dead), (405...409, .doubtful),
    (410...410, .dead), (411...999, .doubtful),
  ]

  @Test(arguments: 200...999)
  func `only 404 and 410 are dead, only 2xx are alive`(status: Int) {
    let judgement = Policy.judgement(of: Outcome(event: .answered(Answer(status: status))))
    #expect(judgement.verdict == Self.verdicts.first { $0.0.contains(status) }?.1)
    #expect(judgement.status == status)
    #expect(judgement.sentence.contains("\(status)"))
  }

  @Test(arguments: [202, 403, 405, 429, 503, 999])
  func `a bot wall is doubtful and named`(status: Int) {
    let answer = Answer(status: status, botWall: "Cloudflare")
    let judgement = Policy.judgement(of: Outcome(event: .answered(answer)))
    #expect(judgement.verdict == .doubtful)
    #expect(judgement.cause == "bot-wall")
    #expect(judgement.sentence.contains("Cloudflare"))
  }

  private static let failures: [(FailureCause, Verdict)] = [
    (.noSuchName, .dead), (.nameLookup, .doubtful), (.connectionRefused, .doubtful),
    (.connectionReset, .doubtful), (.emptyReply, .doubtful), (.timeout(.nameLookup), .doubtful),
    (.timeout(.connect), .doubtful), (.timeout(.tls), .doubtful),
    (.timeout(.firstByte), .doubtful), (.timeout(.body), .doubtful), (.certificateExpired, .dead),
    (.certificateNotYetValid, .dead), (.certificateSelfSigned, .dead),
    (.certificateWrongHost, .dead), (.certificateUntrusted, .doubtful), (.tls, .doubtful),
    (.http2, .doubtful), (.protocolError("x"), .doubtful), (.headersTooLarge, .doubtful),
    (.bodyCut, .doubtful), (.encoding, .doubtful), (.redirectLoop, .dead),
    (.tooManyRedirects, .doubtful), (.badRedirect("x"), .dead), (.hostDown, .doubtful),
    (.other("x"), .doubtful),
  ]

  @Test(arguments: failures)
  func `a failure is dead only where it is proof`(cause: FailureCause, verdict: Verdict) {
    let judgement = Policy.judgement(of: Outcome(event: .failed(cause)))
    #expect(judgement.verdict == verdict)
    #expect(judgement.cause == cause.code)
    #expect(judgement.sentence.hasSuffix("."))
    #expect(judgement.status == nil)
  }

  @Test func `what is no URL is dead`() {
    let judgement = Policy.judgement(
      of: Outcome(event: .skipped(.malformed("the host is missing"))))
    #expect(judgement.verdict == .dead)
    #expect(judgement.cause == "malformed")
    #expect(judgement.sentence.contains("the host is missing"))
  }

  @Test(arguments: [
    UncheckedReason.offline, .scheme("mailto"), .relativeWithoutBase, .empty,
    .privateAddress("10.0.0.1"), .port(22), .credentials, .excluded, .interrupted, .outOfTime,
  ])
  func `what was not asked is unchecked`(reason: UncheckedReason) {
    let judgement = Policy.judgement(of: Outcome(event: .skipped(reason)))
    #expect(judgement.verdict == .unchecked)
    #expect(judgement.cause == reason.code)
    #expect(judgement.sentence.hasPrefix("Not checked: "))
  }

  private static func hops(_ statuses: [Int]) -> [Hop] {
    statuses.enumerated().map { index, status in
      Hop(
        url: "https://a.example/\(index)", status: status,
        location: "https://a.example/\(index + 1)")
    }
  }

  @Test(arguments: [
    ([301], Verdict.moved), ([308], .moved), ([301, 308], .moved), ([302], .alive),
    ([303], .alive), ([307], .alive), ([301, 302], .alive), ([302, 301], .alive), ([], .alive),
  ])
  func `only an all-permanent chain has moved`(statuses: [Int], verdict: Verdict) {
    let hops = Self.hops(statuses)
    let outcome = Outcome(event: .answered(Answer(status: 200)), hops: hops)
    let judgement = Policy.judgement(of: outcome)
    #expect(judgement.verdict == verdict)
    #expect(judgement.movedTo == (verdict == .moved ? hops.last?.location : nil))
  }

  @Test func `a moved link keeps its fragment`() {
    let answer = Answer(status: 200, fragments: ["a": .found])
    let outcome = Outcome(event: .answered(answer), hops: Self.hops([301]))
    #expect(Policy.judgement(of: outcome, fragment: "a").movedTo == "https://a.example/1#a")
  }

  @Test func `a moved page that lacks the fragment is dead`() {
    let answer = Answer(status: 200, fragments: ["a": .missing])
    let outcome = Outcome(event: .answered(answer), hops: Self.hops([301]))
    #expect(Policy.judgement(of: outcome, fragment: "a").verdict == .dead)
  }

  @Test(arguments: [
    (FragmentState.found, Verdict.alive, "ok"), (.missing, .dead, "fragment-missing"),
    (.undecidable("x"), .doubtful, "fragment-undecidable"),
  ])
  func `a fragment's state decides`(state: FragmentState, verdict: Verdict, cause: String) {
    let answer = Answer(status: 200, fragments: ["a": state])
    let outcome = Outcome(event: .answered(answer))
    let judgement = Policy.judgement(of: outcome, fragment: "a")
    #expect(judgement.verdict == verdict)
    #expect(judgement.cause == cause)
    #expect(Policy.judgement(of: outcome, fragment: "b").verdict == .alive)
    #expect(Policy.judgement(of: outcome).verdict == .alive)
  }
}
