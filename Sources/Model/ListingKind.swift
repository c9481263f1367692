/// What a list of a site's pages is.
package enum ListingKind: String, CaseIterable, Sendable {
  /// RSS or Atom: lists the newest.
  case feed
  /// Lists all pages, or other sitemaps.
  case sitemap
}
