import Curl
import Model
import Standards
import Testing

@testable import Probes

@Suite struct FragmentTests {
  private func reply(
    _ body: Reply.BodyEnd, status: Int = 200, encoding: String? = nil
  ) -> Reply {
    var reply = Reply()
    reply.status = status
    reply.body = body
    reply.fields =
      encoding.map { [HeaderField(name: "content-encoding", value: Array($0.utf8))] } ?? []
    return reply
  }

  private func end(
    _ wanted: [Fragment], _ replies: [(Reply, PageReading?)]
  ) throws -> (steps: [String], states: [Fragment: FragmentState]) {
    let rules = ProbeRules(addressGuard: AddressGuard(), maxHops: 10) { 0 }
    var machine = ProbeMachine(try WebURL("https://a.example/"), wanted: wanted, rules: rules)
    _ = machine.begin()
    var steps: [String] = []
    for (reply, page) in replies {
      switch machine.receive(reply, page) {
      case .ask(let ask): steps.append(ask.means.isUncompressed ? "uncompressed" : "again")
      case .retry: steps.append("retry")
      case .confirm: steps.append("confirm")
      case .finish(let outcome):
        guard case .answered(let answer) = outcome.event else { return (steps, [:]) }
        return (steps, answer.fragments)
      }
    }
    return (steps, [:])
  }

  @Test func `a place on a page that was stopped early is found`() throws {
    let states = try end(["a"], [(reply(.stopped), PageReading(found: ["a"]))]).states
    #expect(states == ["a": .found])
  }

  @Test func `an absent place on a page read to its certain end is missing`() throws {
    let page = PageReading(found: ["a"])
    let states = try end(["a", "b"], [(reply(.complete(isCertain: true)), page)]).states
    #expect(states == ["a": .found, "b": .missing])
  }

  @Test(arguments: [Reply.BodyEnd.cut, .broken, .complete(isCertain: false), .stopped, .none])
  func `an absent place is not missing from a page without a certain end`(
    body: Reply.BodyEnd
  ) throws {
    let states = try end(["a"], [(reply(body), PageReading())]).states
    guard case .undecidable = states["a"] else {
      Issue.record("\(states)")
      return
    }
  }

  @Test func `a compressed page is asked for uncompressed before a place is missing`() throws {
    let (steps, states) = try end(
      ["a"],
      [
        (reply(.complete(isCertain: false), encoding: "gzip"), PageReading()),
        (reply(.complete(isCertain: true)), PageReading()),
      ])
    #expect(steps == ["uncompressed"])
    #expect(states == ["a": .missing])
  }

  @Test func `a compressed page with the place is asked for once`() throws {
    let compressed = reply(.complete(isCertain: false), encoding: "gzip")
    let (steps, states) = try end(["a"], [(compressed, PageReading(found: ["a"]))])
    #expect(steps == [])
    #expect(states == ["a": .found])
  }

  @Test(arguments: [("0;url=/b", false), ("5, /b", false), ("30", true), ("30 ; ", true)])
  func `a page that its head sends elsewhere is undecidable`(
    value: String, isMissing: Bool
  ) throws {
    var reply = reply(.complete(isCertain: true))
    reply.fields.append(HeaderField(name: "refresh", value: Array(value.utf8)))
    let states = try end(["a"], [(reply, PageReading())]).states
    #expect((states["a"] == .missing) == isMissing, "\(states)")
  }

  @Test func `a page that doubts itself is undecidable`() throws {
    let page = PageReading(doubt: "the page builds its content by script")
    let states = try end(["a"], [(reply(.complete(isCertain: true)), page)]).states
    #expect(states == ["a": .undecidable("the page builds its content by script")])
  }

  @Test(arguments: ["", "top", "TOP", ":~:text=hello"] as [Fragment])
  func `what every page has needs no page`(fragment: Fragment) throws {
    let (steps, states) = try end([fragment], [(reply(.none), nil)])
    #expect(steps == [])
    #expect(states == [fragment: .found])
  }

  @Test(arguments: ["/docs", "!start", "q=word"] as [Fragment])
  func `a fragment for the page's script is undecidable`(fragment: Fragment) throws {
    let states = try end([fragment], [(reply(.complete(isCertain: true)), PageReading())]).states
    #expect(states == [fragment: .undecidable("the fragment is for a script of the page")])
  }

  @Test func `places in what is not HTML are not looked up`() throws {
    let states = try end(["page=3"], [(reply(.stopped), PageReading(isHTML: false))]).states
    #expect(states == [:])
  }

  @Test func `a redirect's fragment replaces the link's`() throws {
    var moved = reply(.none, status: 302)
    moved.fields = [HeaderField(name: "location", value: Array("/b#c".utf8))]
    let page = PageReading(found: ["c"])
    let states = try end(["a", "b"], [(moved, nil), (reply(.stopped), page)]).states
    #expect(states == ["a": .found, "b": .found])
  }

  @Test func `a body that broke off is asked for once more`() throws {
    var broken = reply(.broken)
    broken.failure = .closedEarly
    let whole = (reply(.complete(isCertain: true)), PageReading(found: ["a"]) as PageReading?)
    let (steps, states) = try end(["a"], [(broken, PageReading()), whole])
    #expect(steps == ["retry"])
    #expect(states == ["a": .found])
  }
}
