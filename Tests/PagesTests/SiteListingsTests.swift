import Model
import Testing

@testable import Pages

@Suite struct SiteListingsTests {
  private static let record = Expectation.of(
    #"{"url":"https://a.test/2026/06/tides","updated_at":"2026-06-25T14:59:57Z"}"#)

  private static func listings(
    _ entries: [(address: String, time: String)], _ kind: ListingKind = .sitemap,
    doubt: String? = nil, known: [String] = ["https://a.test/2026/06/tides"]
  ) -> SiteListings {
    var listings = SiteListings()
    for address in known { listings.publish(address, asked: address) }
    var facts = [PageFact(.listing, kind == .feed ? "feed" : "urlset")]
    facts += entries.map { PageFact(.listed, "\($0.time)\t1\t\($0.address)") }
    if let doubt { facts.append(PageFact(.doubt, doubt)) }
    _ = listings.take(
      Page(form: .text, facts: facts), at: "https://a.test/list.xml", as: kind, isNamed: true)
    return listings
  }

  private func aspects(_ listings: SiteListings, isExpected: Bool = true) throws -> [PageAspect] {
    listings.faults(of: try #require(Self.record), isExpected: isExpected, now: 1_800_000_000)
      .map(\.aspect)
  }

  @Test(arguments: [
    ("", false), ("2026", false), ("2026-06", false), ("yesterday", false),
    ("2026-06-25", false), ("2026-06-24", true), ("2026-06-26", false),
    ("2026-06-25T14:59:57Z", false), ("2026-06-25T16:59:57+02:00", false),
    ("2026-06-25T14:59:56Z", true), ("2026-06-25T14:59:57.5Z", false),
  ])
  func `a time is old when no reading of it is late enough`(time: String, isOld: Bool) throws {
    let found = try aspects(Self.listings([("https://a.test/2026/06/tides", time)]))
    #expect(found == (isOld ? [.sitemapTime] : []))
  }

  @Test func `a day ends last in the west`() throws {
    let record = try #require(
      Expectation.of(#"{"url":"https://a.test/2026/06/tides","updated_at":"2026-06-26T11:59:59Z"}"#)
    )
    let listings = Self.listings([("https://a.test/2026/06/tides", "2026-06-25")])
    #expect(listings.faults(of: record, isExpected: true, now: 0).isEmpty)
  }

  @Test func `of two times the later counts`() throws {
    let address = "https://a.test/2026/06/tides"
    #expect(try aspects(Self.listings([(address, "2026-01-01"), (address, "2026-07-01")])).isEmpty)
    #expect(try aspects(Self.listings([(address, "2026-07-01"), (address, "2026-01-01")])).isEmpty)
  }

  @Test func `an address that is not listed is told once the whole sitemap is read`() throws {
    let other = [("https://a.test/other", "")]
    #expect(try aspects(Self.listings(other)) == [.notInSitemap])
    #expect(try aspects(Self.listings(other, doubt: "it broke off")).isEmpty)
    #expect(try aspects(Self.listings(other), isExpected: false).isEmpty)
    #expect(try aspects(Self.listings(other, .feed)).isEmpty)
    #expect(try aspects(Self.listings([("HTTPS://A.test:443/2026/06/./tides#x", "")])).isEmpty)
  }

  @Test func `a sitemap of another site says nothing`() throws {
    var listings = SiteListings()
    let page = Page(
      form: .text,
      facts: [PageFact(.listing, "urlset"), PageFact(.listed, "\t1\thttps://b.test/x")])
    _ = listings.take(page, at: "https://b.test/map.xml", as: .sitemap, isNamed: true)
    #expect(try aspects(listings).isEmpty)
  }

  @Test(arguments: [
    ("https://a.test/2025/11/boats", true), ("https://a.test/2026/06/", false),
    ("https://a.test/2026/07/12", false), ("https://a.test/tags/boats", false),
    ("https://a.test/", false), ("https://b.test/2026/06/boats", false),
    ("https://a.test/2026/06/tides", false),
  ])
  func `what looks like an article has a record`(address: String, isStranger: Bool) {
    let listings = Self.listings([("https://a.test/2026/06/tides", ""), (address, "")])
    let found = listings.faults(isWhole: true).map(\.fault.aspect)
    #expect(found == (isStranger ? [.listedWithoutRecord] : []))
    #expect(listings.faults(isWhole: false).isEmpty)
  }

  @Test func `where most have no record the records are a part of the site`() {
    let many = (0..<3).map { ("https://a.test/2025/01/a\($0)", "") }
    #expect(
      Self.listings([("https://a.test/2026/06/tides", "")] + many).faults(isWhole: true).isEmpty)
  }

  @Test func `no more than a hundred are shown, and their number is told`() throws {
    let known = (0..<200).map { "https://a.test/a/k\($0)" }
    let strangers = (0..<150).map { ("https://a.test/a/s\($0)", "") }
    let faults = Self.listings(known.map { ($0, "") } + strangers, known: known)
      .faults(isWhole: true)
    #expect(faults.count == 100)
    #expect(faults.first?.fault.value("total") == "150")
  }

  @Test(arguments: [
    ("https://a.test/2026/06/tides?utm_source=feed", false), ("/2026/06/tides", false),
    ("https://a.test/boats", true), ("https://b.test/boats", false),
  ])
  func `an article of a feed has a record`(address: String, isStranger: Bool) {
    let found = Self.listings([("https://a.test/2026/06/tides", ""), (address, "")], .feed)
      .faults(isWhole: true)
    #expect(found.count == (isStranger ? 1 : 0))
  }

  @Test func `a site that is not online yet may list itself where it is`() throws {
    var listings = SiteListings()
    listings.publish("https://a.test/2026/06/tides", asked: "http://127.0.0.1:8080/2026/06/tides")
    let page = Page(
      form: .text,
      facts: [
        PageFact(.listing, "urlset"),
        PageFact(.listed, "2026-01-01\t1\thttp://127.0.0.1:8080/2026/06/tides"),
      ])
    _ = listings.take(page, at: "https://a.test/map.xml", as: .sitemap, isNamed: true)
    #expect(try aspects(listings) == [.sitemapTime])
    #expect(listings.faults(isWhole: true).isEmpty)
  }

  @Test func `a feed that is given as a sitemap is refused`() {
    var listings = SiteListings()
    let feed = Page(form: .text, facts: [PageFact(.listing, "feed")])
    _ = listings.take(feed, at: "https://a.test/feed", as: .sitemap, isNamed: true)
    #expect(listings.faults(isWhole: true).map(\.fault.aspect) == [.unreadableListing])
  }
}
