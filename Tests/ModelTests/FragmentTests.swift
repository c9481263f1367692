import Model
import Testing

@Suite struct FragmentTests {
  @Test(arguments: [("caf\u{E9}", "cafe\u{301}"), ("K", "\u{212A}"), ("a;", "a\u{37E}")])
  func `fragments that only look the same are two`(first: String, second: String) {
    #expect(Fragment(first) != Fragment(second))
    #expect(Set([Fragment(first), Fragment(second)]).count == 2)
    #expect((Fragment(first) < Fragment(second)) != (Fragment(second) < Fragment(first)))
  }

  @Test func `links that differ in their fragment's bytes are two links`() {
    let page = Target(url: "https://a.test/", identity: "https://a.test/")
    let first = Destination.target(page, fragment: Fragment("caf\u{E9}"))
    #expect(first != .target(page, fragment: Fragment("cafe\u{301}")))
    #expect(first == .target(page, fragment: Fragment("caf\u{E9}")))
  }

  @Test func `a fragment of many combining marks costs no more than its bytes`() {
    let marks = String(repeating: "\u{301}\u{316}", count: 50_000)
    #expect(Set((0..<10).map { Fragment("\($0)" + marks) }).count == 10)
  }
}
