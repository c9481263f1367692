import Model

/// Compares how a term is spelt over all records: `AI`, `ai` and `A.I.` are one term.
struct TermSpelling: CorpusKind {
  static let name = "term-spelling"
  static let placeholders = ["count", "other", "total", "usual"]

  /// The most places of one spelling that are told.
  private static let most = 100

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  /// Each selector has its own terms: one list may be of names, another of identifiers.
  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    guard subject.isText, subject.utf8.count <= 200 else { return nil }
    let term = FoldedText.term(subject.utf8)
    guard !term.isEmpty else { return nil }
    return .variant(
      of: Hash128(of: term, seed: UInt64(truncatingIfNeeded: given)),
      text: Redaction.withoutCredentials(subject.string))
  }

  func tally(readsAgain: Bool) -> any CorpusTally {
    VariantTally(most: Self.most, tellsEquals: true)
  }
}
