import Model
import Standards

/// The JSON-LD of a page says of the article what the record says; its times have checks of their
/// own.
enum JSONLDCheck: PageCheck {
  static let aspect = PageAspect.jsonLD

  static func faults(of subject: PageSubject) -> [PageFault] {
    LinkedArticle.main(in: subject).map { faults(of: $0, aspect, in: subject) } ?? []
  }

  /// What an article says otherwise than the record, its times apart.
  static func faults(
    of article: LinkedArticle, _ aspect: PageAspect, in subject: PageSubject
  ) -> [PageFault] {
    let record = subject.record
    var faults: [PageFault] = []
    func add(_ field: ExpectedField, _ page: String, _ place: String) {
      faults.append(subject.fault(aspect, at: field, values: [("page", page), ("place", place)]))
    }
    if let headline = article.headline, let title = record.title,
      !subject.isSame(title, headline)
    {
      add(title, headline, "headline")
    }
    if let language = article.language, let own = record.language,
      !LanguageText.fits(language, own.text)
    {
      add(own, language, "inLanguage")
    }
    if let address = article.address, let own = record.url,
      let identity = subject.resolved(address)?.identity, !subject.ownAddresses.contains(identity)
    {
      add(own, address, "url")
    }
    return faults
  }
}
