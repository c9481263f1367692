import Model

/// Refuses a text that says the same as another one, letter by letter.
struct SameText: RecordKind {
  static let name = "same-text"
  static let placeholders = ["other"]

  private let other: Selector

  init(_ options: inout OptionReader) throws(RuleFileError) {
    other = try options.requiredSelector("as")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let other = context.first(other), other.isText, other.identity != subject.identity else {
      return
    }
    var left = LetterIterator(subject.string)
    var right = LetterIterator(other.string)
    var count = 0
    while let letter = left.next() {
      guard right.next() == letter else { return }
      count += 1
    }
    guard count > 0, right.next() == nil else { return }
    report(
      Fault(
        values: [("other", other.value.map { FaultSite.name(of: $0.path) } ?? "")],
        related: other.value.map { [$0] } ?? []))
  }
}
