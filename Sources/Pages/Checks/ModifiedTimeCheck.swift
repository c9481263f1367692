import Model

/// The page says that it was changed when the record says so.
enum ModifiedTimeCheck: PageCheck {
  static let aspect = PageAspect.modifiedTime

  static func faults(of subject: PageSubject) -> [PageFault] {
    let article = LinkedArticle.main(in: subject)
    return TimeFaults.faults(
      aspect, of: subject, subject.record.modified,
      told: subject.page.texts(.modified).map { ($0, "article:modified_time") }
        + [article?.modified].compactMap { $0 }.map { ($0, "dateModified") })
  }
}
