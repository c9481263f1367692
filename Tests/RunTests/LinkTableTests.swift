import Model
import Probes
import Testing

@testable import Links
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
    #expect((0..<table.count).map { table.occurrences(of: $0) } == [2, 1, 1, 1])
    #expect(
      table.probeTargets() == [
        ProbeTarget(page, fragments: ["a"], number: 0),
        ProbeTarget(target("https://b.test/"), fragments: ["b"], number: 1),
      ])
    // The first one's way to write the address is the one that is sent.
    #expect(table.probeTargets().first?.target.url == "https://a.test/x")
  }

  @Test func `a link comes back as it went in`() {
    let destinations: [Destination] = [
      .target(target("https://a.test/%78", identity: "https://a.test/x"), fragment: nil),
      .target(target("https://a.test/"), fragment: ""),
      .target(target("https://a.test/"), fragment: "e\u{301}"),
      .unprobed(Href("http:///"), .malformed("there is no host")),
      .unprobed(Href(""), .empty),
    ]
    var table = LinkTable()
    for destination in destinations { _ = table.add(destination) }
    #expect((0..<table.count).map { table.destination(of: $0) } == destinations)
  }

  @Test func `fragments are told apart by their bytes`() {
    var table = LinkTable()
    #expect(table.add(.target(target("https://a.test/"), fragment: "e\u{301}")) == 0)
    #expect(table.add(.target(target("https://a.test/"), fragment: "\u{e9}")) == 1)
  }

  @Test func `a table that goes on keeps the targets' numbers and asks for what is new only`() {
    var first = LinkTable()
    for name in ["a", "b", "c"] {
      _ = first.add(.target(target("https://\(name).test/"), fragment: nil))
    }
    var next = first.withoutLinks
    _ = next.add(.target(target("https://c.test/"), fragment: nil))
    _ = next.add(.target(target("https://b.test/"), fragment: "new"))
    _ = next.add(.target(target("https://d.test/"), fragment: nil))
    #expect(next.count == 3)
    #expect(next.probeTargets().map(\.number) == [2, 1, 3])
    #expect(
      next.probeTargets(notIn: first) == [
        ProbeTarget(target("https://b.test/"), fragments: ["new"], number: 1),
        ProbeTarget(target("https://d.test/"), number: 3),
      ])
  }

  @Test func `what the records answer is not asked, unless they publish it there`() {
    let address = "https://a.test/x"
    var pages = OwnPages()
    pages.add(
      PublishedPage(
        addresses: [
          .init(hash: PublishedPage.hash(ofAddress: Array(address.utf8)[...]), hasPlaces: true)
        ], places: [PublishedPage.hash(ofPlace: Array("a".utf8))]))
    pages.finish()
    var table = LinkTable()
    _ = table.add(.target(target(address), fragment: "a"))
    _ = table.add(.target(target(address), fragment: "b"))
    _ = table.add(.target(target("https://b.test/"), fragment: nil))
    let unsettled = table
    table.settle(by: pages)
    #expect((0..<3).map { table.place(of: $0) } == [.found, .missing, nil])
    #expect(table.probeTargets().map(\.number) == [1])

    _ = table.add(.target(target(address), fragment: nil), isPublished: true)
    table.settle(by: pages)
    #expect(table.place(of: 3) == nil)
    #expect(
      table.probeTargets() == [
        ProbeTarget(target("https://b.test/"), number: 1), ProbeTarget(target(address), number: 0),
      ])
    // What no record answers any more was not asked yet.
    #expect(unsettled.probeTargets(notIn: table).map(\.fragments) == [["a", "b"]])
  }

  @Test func `thousands of addresses are found again`() {
    var table = LinkTable()
    for _ in 1...2 {
      for number in 0..<5_000 {
        #expect(table.add(.target(target("https://a.test/\(number)"), fragment: nil)) == number)
      }
    }
    #expect(table.target(4_321).url == "https://a.test/4321")
  }
}
