import Model

/// The answer says that it is what the record calls it.
enum ContentTypeCheck: PageCheck {
  static let aspect = PageAspect.contentType
  static let forms = Set(PageForm.allCases)

  static func faults(of subject: PageSubject) -> [PageFault] {
    let types = types(of: subject.page.form)
    guard let type = subject.page.first(.contentType) else {
      let reason = "The answer does not say what it is."
      return [subject.fault(aspect, values: [("reason", reason), ("expected", types[0])])]
    }
    guard !types.contains(HeadFacts.mediaType(type)) else { return [] }
    return [subject.fault(aspect, values: [("page", type), ("expected", types[0])])]
  }

  private static func types(of form: PageForm) -> [String] {
    switch form {
    case .html: ["text/html", "application/xhtml+xml"]
    case .markdown: ["text/markdown"]
    case .text: ["text/plain"]
    case .jsonld: ["application/ld+json"]
    }
  }
}
