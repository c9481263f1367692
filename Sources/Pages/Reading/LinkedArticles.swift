import Model

/// Finds the articles in JSON-LD as schema.org means them, and what they say of themselves.
///
/// Looks where pages put them: the value itself, lists, `@graph`, `mainEntity`; `@type` may be a
/// list.
enum LinkedArticles {
  /// The facts of the articles of a text.
  static func facts(of text: [UInt8], _ read: PageJSON.Reading) -> [PageFact] {
    switch read(text) {
    case .refused(let sentence): return [PageFact(.jsonFault, sentence)]
    case .document(let document, let flaws):
      var facts = flaws.prefix(1).map { PageFact(.jsonFault, $0) }
      var count = 0
      for article in articles(in: document.root) where count < most {
        count += 1
        facts += self.facts(of: article)
      }
      return facts
    }
  }

  private static let most = 16
  /// Deeper or longer lists hold other things.
  private static let mostVisited = 4_096

  private static func articles(in root: Value) -> [Value] {
    var waiting = [root]
    var found: [Value] = []
    var visited = 0
    while let value = waiting.popLast(), visited < mostVisited {
      visited += 1
      switch value.kind {
      case .array: waiting.append(contentsOf: Array(value.elements.prefix(mostVisited)).reversed())
      case .object:
        if !types(of: value).isEmpty { found.append(value) }
        for name in ["mainEntity", "@graph"] {
          if let inner = value.member(name) { waiting.append(inner) }
        }
      case .string, .number, .true, .false, .null, .key: break
      }
    }
    return found
  }

  /// The types that make an article of an object.
  private static func types(of object: Value) -> [String] {
    guard let type = object.member("@type") else { return [] }
    let names = type.kind == .array ? type.elements.compactMap(\.string) : [type.string ?? ""]
    return names.map(plainType).filter { family.contains($0) }
  }

  private static func plainType(_ name: String) -> String {
    for prefix in ["https://schema.org/", "http://schema.org/", "schema:"]
    where name.utf8.starts(with: prefix.utf8) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  private static func facts(of article: Value) -> [PageFact] {
    var facts = [PageFact(.article, types(of: article).joined(separator: " "))]
    func add(_ kind: PageFact.Kind, _ names: String...) {
      for name in names {
        guard let text = article.member(name).flatMap(text) else { continue }
        facts.append(PageFact(kind, text))
        return
      }
    }
    add(.headline, "headline", "name")
    add(.datePublished, "datePublished")
    add(.dateModified, "dateModified")
    add(.inLanguage, "inLanguage")
    add(.address, "url", "mainEntityOfPage", "@id")
    return facts
  }

  /// The text of a value as JSON-LD wraps it: a string, `{"@value": …}`, `{"@id": …}`, a language
  /// with its code as its alternate name, or the first of a list.
  private static func text(of value: Value) -> String? {
    switch value.kind {
    case .string: return value.string
    case .array: return value.elements.first { _ in true }.flatMap(text)
    case .object:
      for name in ["@value", "@id", "alternateName", "name"] {
        if let inner = value.member(name), inner.kind == .string { return inner.string }
      }
      return nil
    case .number, .true, .false, .null, .key: return nil
    }
  }

  /// Article and its more special kinds. https://schema.org/Article
  private static let family: Set<String> = [
    "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "DiscussionForumPosting", "LiveBlogPosting",
    "MedicalScholarlyArticle", "NewsArticle", "OpinionNewsArticle", "Report",
    "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle", "ScholarlyArticle",
    "SocialMediaPosting", "TechArticle",
  ]
}
