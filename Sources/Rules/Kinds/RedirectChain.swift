import Model

/// Looks at the redirects on the way to a link's page.
struct RedirectChain: LinkKind {
  static let name = "redirects"
  static let placeholders = ["hops", "limit", "from", "target"]
  static let mends = true

  private let limit: Int?
  private let refusesDowngrade: Bool
  private let refusesHome: Bool

  init(_ options: inout OptionReader) throws(RuleFileError) {
    limit = try options.integer("limit")
    refusesDowngrade = try options.flag("no-downgrade")
    refusesHome = try options.flag("no-home")
  }

  func fault(of link: JudgedLink) -> LinkFault? {
    guard let hops = link.judgement.outcome?.hops, !hops.isEmpty,
      link.judgement.verdict == .alive || link.judgement.verdict == .moved
    else { return nil }
    if refusesDowngrade {
      return hops.first { Self.isDowngrade($0) }.map {
        LinkFault(values: [("from", $0.url), ("target", $0.location)])
      }
    }
    if refusesHome {
      guard let first = hops.first, let last = hops.last, !HomePage.isOne(first.url),
        HomePage.isOne(last.location)
      else { return nil }
      return LinkFault(values: [("target", last.location)])
    }
    guard let limit, hops.count > limit, let last = hops.last else { return nil }
    return LinkFault(
      values: [("hops", "\(hops.count)"), ("limit", "\(limit)"), ("target", last.location)],
      replacement: link.judgement.movedTo)
  }

  private static func isDowngrade(_ hop: Hop) -> Bool {
    hop.url.utf8.starts(with: "https:".utf8) && hop.location.utf8.starts(with: "http:".utf8)
  }
}
