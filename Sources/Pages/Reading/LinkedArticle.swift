import Model
import Standards

/// What JSON-LD says of one article.
struct LinkedArticle {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var language: String?
  private(set) var address: String?

  /// The articles of a page, in order.
  static func list(in page: Page) -> [LinkedArticle] {
    var articles: [LinkedArticle] = []
    for fact in page.facts {
      if fact.kind == .article {
        articles.append(LinkedArticle())
        continue
      }
      guard let last = articles.indices.last else { continue }
      switch fact.kind {
      case .headline: articles[last].headline = fact.text
      case .datePublished: articles[last].published = fact.text
      case .dateModified: articles[last].modified = fact.text
      case .inLanguage: articles[last].language = fact.text
      case .address: articles[last].address = fact.text
      default: break
      }
    }
    return articles
  }

  /// The one that is about the record: by its address, else by its title, else the only one. Pages
  /// also list other articles.
  static func main(in subject: PageSubject) -> LinkedArticle? {
    let articles = subject.articles
    let own = subject.ownAddresses
    if let found = articles.first(where: { article in
      article.address.flatMap(subject.resolved).map { own.contains($0.identity) } ?? false
    }) {
      return found
    }
    if let title = subject.record.title?.text,
      let found = articles.first(where: {
        $0.headline.map { TitleText($0) == TitleText(title) } ?? false
      })
    {
      return found
    }
    return articles.count == 1 ? articles[0] : nil
  }
}

extension PageSubject {
  /// The identities of the addresses that the record calls its own, and of the page's.
  var ownAddresses: Set<String> {
    let fields = [record.url, record.canonical].compactMap { $0 }
    var own = Set(fields.compactMap { (try? WebURL($0.text))?.identity })
    if let address { own.insert(address.identity) }
    return own
  }
}
