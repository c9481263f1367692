import Model

/// The page says that it was published when the record says so.
enum PublishedTimeCheck: PageCheck {
  static let aspect = PageAspect.publishedTime

  static func faults(of subject: PageSubject) -> [PageFault] {
    let article = LinkedArticle.main(in: subject)
    return TimeFaults.faults(
      aspect, of: subject, subject.record.published,
      told: subject.page.texts(.published).map { ($0, "article:published_time") }
        + [article?.published].compactMap { $0 }.map { ($0, "datePublished") })
  }
}

/// What the checks of times have in common.
enum TimeFaults {
  static func faults(
    _ aspect: PageAspect, of subject: PageSubject, _ field: ExpectedField?,
    told: [(text: String, place: String)]
  ) -> [PageFault] {
    guard let field else { return [] }
    var faults: [PageFault] = []
    for (text, place) in told {
      switch TimeText.isSame(text, as: field.text) {
      case .same, nil: continue
      case .other:
        faults.append(subject.fault(aspect, at: field, values: [("page", text), ("place", place)]))
      case .unreadable:
        faults.append(
          subject.fault(
            aspect, at: field,
            values: [
              ("page", text), ("place", place), ("reason", "That is no date-time with its offset."),
            ]))
      }
    }
    return faults
  }
}
