package import Model
import Standards

/// A page that was fetched for a record.
package struct FetchedPage: Sendable {
  package let page: Page
  /// Where its address stands in the record.
  package let link: LinkOccurrence
  /// Where it was at last, after all redirects.
  package let address: String

  package init(page: Page, link: LinkOccurrence, address: String) {
    self.page = page
    self.link = link
    self.address = address
  }
}

/// What a check looks at: a page beside its record.
struct PageSubject {
  let record: PageExpectation
  let fetched: FetchedPage
  let site: SiteKnowledge
  /// The record's line that differs first from a text with these marks, where it can be read again.
  let recordLine: ([UInt32]) -> String?
  /// The page's own address.
  let address: WebURL?

  init(
    _ record: PageExpectation, _ fetched: FetchedPage, _ site: SiteKnowledge,
    recordLine: @escaping ([UInt32]) -> String?
  ) {
    self.record = record
    self.fetched = fetched
    self.site = site
    self.recordLine = recordLine
    address = try? WebURL(fetched.address)
  }

  var page: Page { fetched.page }

  /// Whether what was not found is not there.
  var isWhole: Bool { page.doubt == nil }

  var host: String { address?.hostText ?? "" }

  /// An address of the page, read as a browser reads it there.
  func resolved(_ href: String) -> WebURL? {
    let base = page.first(.base).flatMap { try? WebURL($0, base: address) } ?? address
    return try? WebURL(href, base: base)
  }

  /// Whether a title of the page is the record's, the site's name apart.
  func isSame(_ title: ExpectedField, _ page: String) -> Bool {
    if site.names.isSame(host: host, title: title.text, page: page) { return true }
    // A wrong charset is one fault; what it does to every text is none more.
    let isPlain = title.text.utf8.allSatisfy { $0 < 0x80 } && page.utf8.allSatisfy { $0 < 0x80 }
    return !isPlain && !CharsetCheck.faults(of: self).isEmpty
  }

  /// The articles that the page's JSON-LD tells of.
  var articles: [LinkedArticle] { LinkedArticle.list(in: page) }

  /// A fault at a field of the record, or at the link.
  func fault(
    _ aspect: PageAspect, at field: ExpectedField? = nil,
    values: [(name: String, value: String)], share: Int? = nil
  ) -> PageFault {
    let link = fetched.link
    let isOther = field.map { $0.path != link.field } ?? false
    var values = values
    if !values.contains(where: { $0.name == "value" }) {
      values.append(("value", field.map(\.text) ?? link.href.description))
    }
    values.append(("address", fetched.address))
    return PageFault(
      aspect, field: field?.path ?? link.field, span: field?.span ?? link.span, values: values,
      related: isOther
        ? [RelatedLocation(message: Self.name(of: link.field), span: link.span)] : [],
      share: share)
  }

  private static func name(of field: FieldPath) -> String {
    field.tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
  }
}
