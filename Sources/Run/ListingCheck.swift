import Links
import Model
import Pages
import Probes
import Records
import Synchronization

/// Fetches the sitemaps and feeds that a plan names, and compares them with the run's records.
struct ListingCheck {
  private let plan: Plan
  private let stop: StopFlag
  private let observer: RunObserver
  private var listings = SiteListings()
  private var isWhole: Bool
  private(set) var requests = 0

  /// The sitemaps that are read of an index at most.
  private static let most = 500

  /// None where no listing is named, or no rule asks for it.
  ///
  /// - Parameter isWhole: whether the records may be all of the site.
  init?(_ plan: Plan, isAsked: Bool, isWhole: Bool, stop: StopFlag, _ observer: RunObserver) {
    guard isAsked, !plan.isOffline, !(plan.sitemaps.isEmpty && plan.feeds.isEmpty) else {
      return nil
    }
    self.plan = plan
    self.isWhole = isWhole
    self.stop = stop
    self.observer = observer
  }

  /// Takes a record, before anything is fetched.
  mutating func add(_ record: Examined, _ fields: LinkFields) {
    // What cannot be read may publish anything.
    if record.isRecord, !record.isReadable { isWhole = false }
    for occurrence in record.occurrences where fields.publish(occurrence) {
      switch occurrence.destination {
      case .target(let target, _):
        listings.publish(target.url, asked: plan.probing.asked(target))
      case .unprobed(let href, _):
        listings.publish(href.description, asked: href.description)
      }
    }
  }

  /// Fetches all listings, and those that they lead to.
  mutating func ask() async -> ListingFindings {
    var maps: [String] = []
    for page in await fetched(plan.sitemaps, as: .sitemap) {
      maps += listings.take(page.page, at: page.address, as: .sitemap, isNamed: true)
    }
    if maps.count > Self.most {
      listings.fail(
        maps[Self.most], "it is one of \(maps.count) sitemaps, of which \(Self.most) are read",
        as: .sitemap)
    }
    for page in await fetched(Array(maps.prefix(Self.most)), as: .sitemap) {
      _ = listings.take(page.page, at: page.address, as: .sitemap, isNamed: false)
    }
    for page in await fetched(plan.feeds, as: .feed) {
      _ = listings.take(page.page, at: page.address, as: .feed, isNamed: true)
    }
    return ListingFindings(listings: listings, isWhole: isWhole, now: plan.now)
  }

  /// What stands at some addresses, in their order. Those that did not come are noted.
  private mutating func fetched(
    _ addresses: [String], as kind: ListingKind
  ) async -> [(address: String, page: Page)] {
    guard !addresses.isEmpty, stop.exit == nil else { return [] }
    var settings = plan.probing
    settings.pageReader = { _ in ListingReader(inflate: Gzip.inflate) }
    settings.bodyLimit = ListingReader.longest
    // Each may be large, and is held until it is taken.
    settings.inFlight = min(settings.inFlight, 4)
    let outcomes = Mutex<[Int: Outcome]>([:])
    let run = ProbeRun(settings) { probed, outcome in
      outcomes.withLock { $0[probed.number] = outcome }
    }
    stop.onRaise { run.stop(.interrupted) }
    let destinations = addresses.map { Destination(of: $0) }
    run.add(
      destinations.enumerated().compactMap { number, destination in
        guard case .target(let target, _) = destination else { return nil }
        return ProbeTarget(target, fragments: [], wish: PageWish(form: .html), number: number)
      })
    await run.finish()
    requests += run.progress.requests
    let known = outcomes.withLock { $0 }
    var pages: [(address: String, page: Page)] = []
    for (number, address) in addresses.enumerated() {
      let outcome = known[number] ?? Self.outcome(of: destinations[number])
      if case .answered(let answer) = outcome.event, let page = answer.page {
        pages.append((address, page))
      } else {
        listings.fail(address, Self.reason(of: outcome), as: kind)
      }
    }
    return pages
  }

  private static func outcome(of destination: Destination) -> Outcome {
    switch destination {
    case .target: Outcome(event: .skipped(.interrupted))
    case .unprobed(_, let reason): Outcome(event: .skipped(reason))
    }
  }

  /// What the policy says of it, as a phrase.
  private static func reason(of outcome: Outcome) -> String {
    let sentence = Policy.judgement(of: outcome).sentence
    let first = sentence.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? sentence
    let phrase = first.hasSuffix(".") ? String(first.dropLast()) : first
    return phrase.prefix(1).lowercased() + phrase.dropFirst()
  }
}

/// What the listings of a site show.
struct ListingFindings {
  let listings: SiteListings
  let isWhole: Bool
  let now: Int

  func faults(of expectation: PageExpectation, _ isExpected: Bool) -> [PageFault] {
    listings.faults(of: expectation, isExpected: isExpected, now: now)
  }

  /// What is about no record.
  var faults: [(listing: String, fault: PageFault)] { listings.faults(isWhole: isWhole) }
}
