import Model

/// The text alternate has the words of the record's body.
enum TextCheck: PageCheck {
  static let aspect = PageAspect.textAlternate
  static let forms: Set<PageForm> = [.text]

  static func faults(of subject: PageSubject) -> [PageFault] {
    SharedWords.fault(aspect, of: subject).map { [$0] } ?? []
  }
}

/// What the checks of whole texts have in common.
enum SharedWords {
  /// A fault that says what share of the body is there; none where all is, or it cannot be told.
  static func fault(_ aspect: PageAspect, of subject: PageSubject) -> PageFault? {
    guard subject.isWhole, let body = subject.record.body, let words = WordSketch(subject.page),
      let share = subject.record.sketch?.share(in: words), share < 100
    else { return nil }
    return subject.fault(
      aspect, at: body, values: [("share", "\(share)"), ("value", "")], share: share)
  }
}
