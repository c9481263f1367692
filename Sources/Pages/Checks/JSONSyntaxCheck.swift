import Model

/// The JSON-LD of a page is JSON.
enum JSONSyntaxCheck: PageCheck {
  static let aspect = PageAspect.jsonLDSyntax

  static func faults(of subject: PageSubject) -> [PageFault] {
    subject.page.texts(.jsonFault).prefix(1).map { reason in
      subject.fault(aspect, values: [("reason", reason)])
    }
  }
}
