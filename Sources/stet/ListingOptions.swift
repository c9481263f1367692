import ArgumentParser
import Run
import Standards

/// Where the site lists its pages.
struct ListingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare this sitemap, or index of sitemaps, with the records (repeatable).",
      valueName: "url"))
  var sitemap: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare this feed, RSS or Atom, with the records (repeatable).", valueName: "url"))
  var feed: [String] = []

  mutating func validate() throws {
    for (option, addresses) in [("--sitemap", sitemap), ("--feed", feed)] {
      for address in addresses {
        guard let url = try? WebURL(address), url.isWeb, !url.hasCredentials else {
          throw ValidationError(
            "\(option) takes an address of http or https without a password, not '\(address)'.")
        }
      }
    }
  }

  /// Takes what was given over what is set.
  func apply(to plan: inout Plan) {
    if !sitemap.isEmpty { plan.sitemaps = sitemap }
    if !feed.isEmpty { plan.feeds = feed }
  }
}
