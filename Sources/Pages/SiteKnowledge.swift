import Model
import Standards

/// What the fetched pages of all records show together: the names of sites, and which pages list
/// which translations.
struct SiteKnowledge: Sendable {
  private(set) var names = SiteNames()
  /// By the identity of an HTML page that was read to its end: the translations that it lists.
  private(set) var translations: [String: Set<String>] = [:]

  /// Takes a page of a record.
  mutating func learn(_ fetched: FetchedPage, of record: PageExpectation) {
    guard fetched.page.form == .html else { return }
    let subject = PageSubject(record, fetched, self) { _ in nil }
    if let title = record.title?.text, let page = fetched.page.first(.title) {
      names.learn(host: subject.host, title: title, page: page)
    }
    guard subject.isWhole, let own = subject.address?.identity else { return }
    translations[own] = Set(
      Translation.list(in: subject).compactMap { $0.address?.identity })
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
