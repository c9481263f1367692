import Model

/// What was learnt of an answer's page, for those who ask how a verdict came about.
enum AnswerFacts {
  /// A name and a text each, as they came: not redacted, not escaped.
  static func all(of outcome: Outcome?) -> [(name: String, text: String)] {
    guard case .answered(let answer)? = outcome?.event else { return [] }
    var facts: [(name: String, text: String)] = []
    if let type = answer.contentType { facts.append(("type", type)) }
    if let vendor = answer.botWall { facts.append(("bot wall", vendor)) }
    for (fragment, state) in answer.fragments.sorted(by: { $0.key.description < $1.key.description }
    ) {
      facts.append(("place", "'\(fragment)' \(words(state))"))
    }
    for fact in answer.page?.facts ?? [] {
      guard let name = names[fact.kind] else { continue }
      facts.append((name, fact.text.replacing("\t", with: " ")))
    }
    return facts
  }

  private static func words(_ state: FragmentState) -> String {
    switch state {
    case .found: "is there"
    case .missing: "is not there"
    case .undecidable(let reason): "cannot be told: \(reason)"
    }
  }

  /// What people would look for on the page.
  private static let names: [PageFact.Kind: String] = [
    .alternate: "alternate", .article: "article", .canonical: "canonical",
    .contentLanguage: "language of the head", .dateModified: "modified",
    .datePublished: "published", .doubt: "doubt", .headline: "headline", .language: "language",
    .linkCanonical: "canonical of the head", .modified: "modified", .published: "published",
    .refresh: "refresh", .robots: "robots", .robotsField: "robots of the head", .title: "title",
  ]
}
