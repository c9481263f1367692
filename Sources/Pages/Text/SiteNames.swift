/// What the pages of a site put around their titles: learnt from the pages, not set by hand.
package struct SiteNames: Sendable {
  /// By host: how often something stood after or before the record's title.
  private var counts: [String: [Frame: Int]] = [:]
  private var pages: [String: Int] = [:]

  private struct Frame: Hashable {
    let text: String
    let isAfter: Bool
  }

  package init() {}

  /// Takes one page of a host: the record's title and the page's.
  package mutating func learn(host: String, title: String, page: String) {
    let (own, other) = (TitleText(title), TitleText(page))
    pages[host, default: 0] += 1
    if let suffix = own.suffix(in: other) {
      add(Frame(text: suffix, isAfter: true), host)
    } else if let prefix = own.prefix(in: other) {
      add(Frame(text: prefix, isAfter: false), host)
    }
  }

  private mutating func add(_ frame: Frame, _ host: String) {
    // The name of a site comes soon and often; what comes once each time is no name.
    let isKnown = counts[host]?[frame] != nil
    guard isKnown || counts[host]?.count ?? 0 < Self.most else { return }
    counts[host, default: [:]][frame, default: 0] += 1
  }

  private static let most = 1_000

  /// Whether a page's title is that of a record, the site's name apart.
  ///
  /// Where fewer than three pages of the site are known, nothing can be learnt, and whatever stands
  /// apart after or before the title is taken for the site's name.
  package func isSame(host: String, title: String, page: String) -> Bool {
    let (own, other) = (TitleText(title), TitleText(page))
    if own == other { return true }
    let frame: Frame
    if let suffix = own.suffix(in: other) {
      frame = Frame(text: suffix, isAfter: true)
    } else if let prefix = own.prefix(in: other) {
      frame = Frame(text: prefix, isAfter: false)
    } else {
      return false
    }
    let known = pages[host, default: 0]
    return known < Self.fewest || counts[host]?[frame, default: 0] ?? 0 >= 2
  }

  private static let fewest = 3
}
