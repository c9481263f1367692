import Model
import Probes
import Testing

@testable import Run

@Suite struct LinkTableTests {
  private func target(_ url: String, identity: String? = nil) -> Target {
    Target(url: url, identity: identity ?? url)
  }

  @Test func `a target is asked once, with the fragments of all its links`() {
    var table = LinkTable()
    let page = target("https://a.test/x")
    let sameAgain = target("https://a.test/%78", identity: "https://a.test/x")
    #expect(table.add(.target(page, fragment: nil)) == 0)
    #expect(table.add(.target(page, fragment: "a")) == 1)
    #expect(table.add(.target(sameAgain, fragment: nil)) == 0)
    #expect(table.add(.target(target("https://b.test/"), fragment: "b")) == 2)
    #expect(table.add(.unprobed(Href("mailto:x@a.test"), .scheme("mailto"))) == 3)
    #expect(table.occurrences == [2, 1, 1, 1])
    #expect(
      table.targets == [
        ProbeTarget(page, fragments: ["a"]),
        ProbeTarget(target("https://b.test/"), fragments: ["b"]),
      ])
    // The first one's way to write the address is the one that is sent.
    #expect(table.targets.first?.target.url == "https://a.test/x")
  }
}
