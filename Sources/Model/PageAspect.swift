/// What is compared between a record and its pages, by the names that rules know it by.
package enum PageAspect: String, CaseIterable, Sendable {
  case bodyMissing = "body-missing"
  case canonical
  case contentType = "content-type"
  case hreflang
  case jsonLD = "json-ld"
  case jsonLDSyntax = "json-ld-syntax"
  case jsonLDAlternate = "jsonld-alternate"
  case language
  case listedWithoutRecord = "listed-without-record"
  case markdownAlternate = "markdown-alternate"
  case modifiedTime = "modified-time"
  case notInSitemap = "not-in-sitemap"
  case notIndexable = "not-indexable"
  case publishedTime = "published-time"
  case sentElsewhere = "sent-elsewhere"
  case sitemapTime = "sitemap-time"
  case softNotFound = "soft-not-found"
  case sourceTitle = "source-title"
  case textAlternate = "text-alternate"
  case title
  case unreadableListing = "unreadable-listing"
  case wrongCharset = "wrong-charset"

  /// Whether it is about sitemaps and feeds.
  package var isOfListings: Bool {
    [.listedWithoutRecord, .notInSitemap, .sitemapTime, .unreadableListing].contains(self)
  }
}
