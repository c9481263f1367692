import Model
import Pages
import Probes
import Standards

/// Asks servers for two pages each that cannot exist, to learn what their error pages are.
struct ErrorPages {
  private var probes: LinkProbes
  private var table = LinkTable()
  private var origins: Set<String> = []
  private var links: [(origin: String, link: Int, destination: Destination)] = []

  init(_ plan: Plan, stop: StopFlag, _ observer: RunObserver) {
    probes = LinkProbes(plan, nil, stop: stop, observer)
  }

  /// Notes the address of a page that may be an error page.
  mutating func add(_ suspect: String) {
    guard let origin = (try? WebURL(suspect))?.origin, origins.insert(origin).inserted else {
      return
    }
    for path in ImpossiblePage.paths {
      guard let url = try? WebURL(origin + path) else { continue }
      let destination = Destination.target(
        Target(url: url.serialized, identity: url.identity), fragment: nil)
      let link = table.add(destination)
      table.want(PageWish(form: .html), ofLink: link)
      links.append((origin, link, destination))
    }
  }

  /// The pages that came, by origin; none from servers that say that there is no such page.
  mutating func ask() async -> (pages: [String: [Page]], requests: Int) {
    guard !links.isEmpty else { return ([:], 0) }
    await probes.probe(table)
    probes.finish()
    var pages: [String: [Page]] = [:]
    for (origin, link, destination) in links {
      let outcome = probes.judgement(of: table[link], to: destination).outcome
      guard case .answered(let answer)? = outcome?.event, let page = answer.page else { continue }
      pages[origin, default: []].append(page)
    }
    return (pages, probes.requests)
  }
}
