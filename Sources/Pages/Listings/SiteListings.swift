package import Model
import Standards

/// What the sitemaps and feeds of a site list, compared with what its records publish.
///
/// All records are taken first, then the listings; memory grows with the records, and with what is
/// listed without one.
package struct SiteListings: Sendable {
  /// By the hash of an address that a record publishes: where a sitemap lists it, if one does.
  private var published: [Int: SitemapEntry?] = [:]
  /// What is asked in the place of addresses, by hashes, and the address that it stands for.
  private var standIns: [Int: Int] = [:]
  private var shapes: Set<String> = []
  private var hosts: Set<String> = []
  /// Those that sitemaps speak of.
  private var sitemapHosts: Set<String> = []
  /// The sitemaps that were named.
  private var sitemaps: [String] = []
  private var isRead = true
  private var others: [Other] = []
  /// How many addresses of articles are listed without a record, and with one.
  private var strangers = 0
  private var friends = 0
  private var failures: [(listing: String, reason: String)] = []

  private struct SitemapEntry: Sendable {
    let time: String
    let listing: String
  }

  private struct Other: Sendable {
    let address: String
    let listing: String
    let line: Int
  }

  package init() {}

  /// Takes an address that a record publishes.
  ///
  /// - Parameter asked: what is asked in its place.
  package mutating func publish(_ address: String, asked: String) {
    guard let url = try? WebURL(address) else { return }
    let own = url.identity.hashValue
    published[own] = .some(nil)
    shapes.insert(AddressShape.text(of: url))
    if let host = url.hostText { hosts.insert(host) }
    // A site that is not online yet may list itself where it is.
    if asked != address, let url = try? WebURL(asked) {
      standIns[url.identity.hashValue] = own
    }
  }

  /// Takes what stands at an address.
  ///
  /// - Parameter isNamed: false for one that an index led to.
  /// - Returns: the sitemaps that an index lists.
  package mutating func take(
    _ page: Page, at address: String, as kind: ListingKind, isNamed: Bool
  ) -> [String] {
    let found = page.first(.listing)
    if let reason = refusal(of: found, as: kind, isNamed: isNamed) ?? page.doubt {
      fail(address, reason, as: kind)
    }
    if kind == .sitemap, isNamed { sitemaps.append(address) }
    if (kind == .feed) != (found == "feed") { return [] }
    for text in page.texts(.listed) {
      let parts = text.utf8.split(
        separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false
      ).map { String(Substring($0)) }
      guard parts.count == 3, let line = Int(parts[1]) else { continue }
      take(parts[2], time: parts[0], Place(listing: address, line: line), as: kind)
    }
    return isNamed ? page.texts(.listedMap) : []
  }

  /// Notes a listing that did not come.
  package mutating func fail(_ address: String, _ reason: String, as kind: ListingKind) {
    if kind == .sitemap { isRead = false }
    failures.append((address, reason))
  }

  private struct Place {
    let listing: String
    let line: Int
  }

  private func refusal(of found: String?, as kind: ListingKind, isNamed: Bool) -> String? {
    switch (kind, found) {
    case (_, nil), (.sitemap, "urlset"), (.feed, "feed"): nil
    case (.sitemap, "sitemapindex"): isNamed ? nil : "it is an index in an index"
    case (.sitemap, _): "it is no sitemap but a feed"
    case (.feed, _): "it is no feed but a sitemap"
    }
  }

  private mutating func take(_ text: String, time: String, _ place: Place, as kind: ListingKind) {
    let base = kind == .feed ? try? WebURL(place.listing) : nil
    guard let url = try? WebURL(text, base: base), url.isWeb, let host = url.hostText else {
      return
    }
    if kind == .sitemap { sitemapHosts.insert(host) }
    // What feeds add to addresses in order to count readers is none of the page's.
    let plain = kind == .feed ? url.serialized.split(separator: "?").first.map(String.init) : nil
    let keys = [url, plain.flatMap { try? WebURL($0) }].compactMap {
      $0.map { standIns[$0.identity.hashValue] ?? $0.identity.hashValue }
    }
    guard let key = keys.first(where: { published[$0] != nil }) else {
      note(url, text, host, place, as: kind)
      return
    }
    friends += 1
    guard kind == .sitemap else { return }
    if let known = published[key], let known, !ListedTime.isLater(time, than: known.time) { return }
    published[key] = SitemapEntry(time: time, listing: place.listing)
  }

  /// An address without a record; what looks like none of an article is another page.
  private mutating func note(
    _ url: WebURL, _ text: String, _ host: String, _ place: Place, as kind: ListingKind
  ) {
    switch kind {
    case .sitemap: guard shapes.contains(AddressShape.text(of: url)) else { return }
    case .feed: guard hosts.contains(host) else { return }
    }
    strangers += 1
    if others.count < Self.mostShown {
      others.append(Other(address: text, listing: place.listing, line: place.line))
    }
  }

  private static let mostShown = 100
}

extension SiteListings {
  /// What the sitemaps say otherwise than a record, or do not say of it.
  ///
  /// - Parameters:
  ///   - isExpected: whether its page is one that a sitemap should list.
  ///   - now: seconds since 1970.
  package func faults(
    of record: PageExpectation, isExpected: Bool, now: Int
  ) -> [PageFault] {
    guard let own = record.url, let url = try? WebURL(own.text), let host = url.hostText,
      let sitemap = sitemaps.first
    else { return [] }
    guard let listed = published[url.identity.hashValue] ?? nil else {
      let isToCome =
        record.published.flatMap { try? DateReading($0.text) }.map { $0.instant.seconds > now }
      let isOfSite =
        sitemapHosts.contains(host)
        || sitemaps.contains { (try? WebURL($0))?.hostText == host }
      guard isRead, isExpected, isOfSite, isToCome != true else { return [] }
      return [
        Self.fault(
          .notInSitemap, at: own, [("value", own.text), ("place", sitemap)])
      ]
    }
    guard let modified = record.modified, let time = try? DateReading(modified.text),
      let latest = ListedTime.latest(listed.time), latest < time.instant.seconds
    else { return [] }
    return [
      Self.fault(
        .sitemapTime, at: modified,
        [("page", listed.time), ("value", modified.text), ("place", listed.listing)])
    ]
  }

  /// What is wrong with the listings themselves, each with the listing that it is about.
  ///
  /// - Parameter isWhole: whether the records are all that the site has.
  package func faults(isWhole: Bool) -> [(listing: String, fault: PageFault)] {
    var faults = failures.map { listing, reason in
      (listing, Self.fault(.unreadableListing, in: listing, line: 1, [("reason", reason)]))
    }
    // Where most have none, the records are a part of the site.
    guard isWhole, strangers <= friends else { return faults }
    let total = strangers > others.count ? [("total", "\(strangers)")] : []
    for other in others {
      let values = [("value", other.address), ("count", "\(others.count)")] + total
      faults.append(
        (
          other.listing,
          Self.fault(.listedWithoutRecord, in: other.listing, line: other.line, values)
        ))
    }
    return faults
  }

  private static func fault(
    _ aspect: PageAspect, at field: ExpectedField, _ values: [(name: String, value: String)]
  ) -> PageFault {
    PageFault(aspect, field: field.path, span: field.span, values: values)
  }

  private static func fault(
    _ aspect: PageAspect, in listing: String, line: Int, _ values: [(name: String, value: String)]
  ) -> PageFault {
    let place = SourceLocation(file: listing, line: line, column: 1, columnInUTF8: 1, offset: 0)
    let own = values.contains { $0.name == "value" } ? [] : [("value", listing)]
    return PageFault(
      aspect, field: .root, span: SourceSpan(start: place, end: place),
      values: values + own + [("place", listing)])
  }
}
