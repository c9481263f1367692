import Model
import Standards

/// Looks at the page of an article's source: whether it is there, and speaks of the same.
enum SourceCheck {
  static let aspects: Set<PageAspect> = [.softNotFound, .sourceTitle]

  /// Whether the page has a title, and no word of the record's is in it.
  static func isSuspect(_ subject: PageSubject) -> Bool {
    guard let title = subject.record.title?.text, let page = subject.page.first(.title),
      subject.page.doubt == nil
    else { return false }
    let own = words(title)
    let other = words(page)
    return !own.isEmpty && !other.isEmpty && own.isDisjoint(with: other)
  }

  static func faults(of subject: PageSubject) -> [PageFault] {
    guard isSuspect(subject), let title = subject.page.first(.title) else { return [] }
    if ErrorTitles.match(title) {
      return [subject.fault(.softNotFound, values: [("page", title)])]
    }
    let origin = subject.address?.origin ?? ""
    let others = subject.site.errorPages[origin] ?? []
    // A site that changes its page from moment to moment proves nothing.
    if others.count == 2, others.allSatisfy({ isSame($0, subject.page) }) {
      return [
        subject.fault(
          .softNotFound, values: [("page", title), ("place", origin + ImpossiblePage.paths[0])])
      ]
    }
    // A translation shares no word with its source.
    if let language = subject.record.language?.text, let page = subject.page.first(.language),
      !LanguageText.fits(page, language)
    {
      return []
    }
    return [subject.fault(.sourceTitle, at: subject.record.title, values: [("page", title)])]
  }

  /// Whether two pages have one title and nearly the same words; too few words prove nothing, for
  /// pages built by script look alike before their script has run.
  private static func isSame(_ one: Page, _ other: Page) -> Bool {
    guard let title = one.first(.title), title == other.first(.title),
      let left = WordSketch(one), let right = WordSketch(other), let there = left.share(in: right),
      let back = right.share(in: left)
    else { return false }
    return there >= 85 && back >= 85
  }

  private static func words(_ title: String) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var stream = WordStream()
    Array(title.utf8).withUnsafeBufferPointer { text in
      stream.read(text) { words.insert($0) }
    }
    stream.end { words.insert($0) }
    return words
  }
}
