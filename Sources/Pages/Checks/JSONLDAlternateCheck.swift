import Model

/// The JSON-LD alternate is JSON, tells of an article, and says of it what the record says.
enum JSONLDAlternateCheck: PageCheck {
  static let aspect = PageAspect.jsonLDAlternate
  static let forms: Set<PageForm> = [.jsonld]

  static func faults(of subject: PageSubject) -> [PageFault] {
    if let reason = subject.page.first(.jsonFault) {
      return [subject.fault(aspect, values: [("reason", reason)])]
    }
    guard let article = LinkedArticle.main(in: subject) else {
      guard subject.isWhole else { return [] }
      let reason =
        subject.articles.isEmpty
        ? "It tells of no article." : "It tells of several articles, and none is the record's."
      return [subject.fault(aspect, values: [("reason", reason)])]
    }
    let record = subject.record
    return JSONLDCheck.faults(of: article, aspect, in: subject)
      + TimeFaults.faults(
        aspect, of: subject, record.published,
        told: [article.published].compactMap { $0 }.map { ($0, "datePublished") })
      + TimeFaults.faults(
        aspect, of: subject, record.modified,
        told: [article.modified].compactMap { $0 }.map { ($0, "dateModified") })
  }
}
