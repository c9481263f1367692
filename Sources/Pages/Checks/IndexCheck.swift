import Model

/// Search engines may list the page.
enum IndexCheck: PageCheck {
  static let aspect = PageAspect.notIndexable

  static func faults(of subject: PageSubject) -> [PageFault] {
    let told =
      subject.page.texts(.robots).map { ($0, "<meta name=\"robots\">") }
      + subject.page.texts(.robotsField).map { ($0, "X-Robots-Tag") }
    return told.first { refuses($0.0) }.map { text, place in
      [subject.fault(aspect, values: [("page", text), ("place", place)])]
    } ?? []
  }

  /// Whether `noindex` or `none` is among the words; a word may be for one robot only.
  private static func refuses(_ text: String) -> Bool {
    text.lowercased().split(separator: ",").contains { word in
      let parts = word.split(separator: ":").map { part in
        String(decoding: part.utf8.filter { $0 > 0x20 }, as: UTF8.self)
      }
      if parts.last == "noindex" { return true }
      return parts == ["none"]
    }
  }
}
