import Model

/// The page shows the text of the record's body.
enum BodyCheck: PageCheck {
  static let aspect = PageAspect.bodyMissing

  static func faults(of subject: PageSubject) -> [PageFault] {
    SharedWords.fault(aspect, of: subject).map { [$0] } ?? []
  }
}
