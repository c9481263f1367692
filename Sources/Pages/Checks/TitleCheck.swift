import Model

/// The page's title is the record's, the name of the site apart.
enum TitleCheck: PageCheck {
  static let aspect = PageAspect.title

  static func faults(of subject: PageSubject) -> [PageFault] {
    guard let title = subject.record.title else { return [] }
    guard let page = subject.page.first(.title), page.utf8.contains(where: { $0 > 0x20 }) else {
      guard subject.isWhole else { return [] }
      return [subject.fault(aspect, at: title, values: [("reason", "The page has no title.")])]
    }
    return subject.isSame(title, page)
      ? [] : [subject.fault(aspect, at: title, values: [("page", page)])]
  }
}
