import Model

/// Code that compares one aspect of a page with the record that links to it. To add one: a file in
/// `Checks`, a line in ``PageChecks``, an aspect in Model, a rule, a test.
protocol PageCheck: Sendable {
  static var aspect: PageAspect { get }
  /// The forms of pages that it looks at.
  static var forms: Set<PageForm> { get }

  /// What is wrong. What could not be told is no fault.
  static func faults(of subject: PageSubject) -> [PageFault]
}

extension PageCheck {
  static var forms: Set<PageForm> { [.html] }
}

/// All checks, sorted by the names of their types.
enum PageChecks {
  static let all: [any PageCheck.Type] = [
    BodyCheck.self,
    CanonicalCheck.self,
    CharsetCheck.self,
    ContentTypeCheck.self,
    IndexCheck.self,
    JSONLDAlternateCheck.self,
    JSONLDCheck.self,
    JSONSyntaxCheck.self,
    LanguageCheck.self,
    MarkdownCheck.self,
    ModifiedTimeCheck.self,
    PublishedTimeCheck.self,
    RefreshCheck.self,
    TextCheck.self,
    TitleCheck.self,
    TranslationsCheck.self,
  ]
}
