import Model
import Standards

/// What the fetched pages of all records show together: the names of sites, and which pages list
/// which translations.
struct SiteKnowledge: Sendable {
  private(set) var names = SiteNames()
  /// Hashes of the addresses of HTML pages that were read to their ends: few bytes a page.
  private var pages: Set<Int> = []
  /// Hashes of pairs: a page, and a translation that it lists.
  private var translations: Set<Int> = []

  /// By origin: what its server answers for pages that cannot exist.
  private(set) var errorPages: [String: [Page]] = [:]

  mutating func learn(errorPages: [String: [Page]]) {
    self.errorPages.merge(errorPages) { _, later in later }
  }

  /// Takes a page of a record.
  mutating func learn(_ fetched: FetchedPage, of record: PageExpectation) {
    guard fetched.page.form == .html else { return }
    let subject = PageSubject(record, fetched, self) { _ in nil }
    if let title = record.title?.text, let page = fetched.page.first(.title) {
      names.learn(host: subject.host, title: title, page: page)
    }
    guard subject.isWhole, let own = subject.address?.identity else { return }
    pages.insert(own.hashValue)
    for translation in Translation.list(in: subject) {
      guard let other = translation.address?.identity else { continue }
      translations.insert(Self.hash(own, other))
    }
  }

  /// Whether a page lists one of some addresses as a translation; none where the page is not known.
  func lists(_ page: String, oneOf addresses: Set<String>) -> Bool? {
    guard pages.contains(page.hashValue) else { return nil }
    return addresses.contains { translations.contains(Self.hash(page, $0)) }
  }

  private static func hash(_ page: String, _ other: String) -> Int {
    var hasher = Hasher()
    hasher.combine(page)
    hasher.combine(other)
    return hasher.finalize()
  }
}

/// A translation that a page lists.
struct Translation {
  /// As written: `fr`, `x-default`.
  let language: String
  let href: String
  let address: WebURL?

  static func list(in subject: PageSubject) -> [Translation] {
    subject.page.texts(.alternate).map { text in
      let parts = text.utf8.split(
        separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(Substring($0)) }
      let href = parts.count == 2 ? parts[1] : ""
      return Translation(language: parts[0], href: href, address: subject.resolved(href))
    }
  }
}
