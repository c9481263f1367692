import Model

/// Tells texts that are nearly the text of an earlier record: the share of the runs of five words
/// that both have among those that either has (Jaccard).
struct SimilarText: CorpusKind {
  static let name = "similar-text"
  static let placeholders = ["other", "percent"]

  /// Of similarity, from which on it is told.
  private let percent: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    percent = min(100, max(50, try options.integer("percent") ?? 85))
  }

  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    guard subject.isText, let value = subject.value else { return nil }
    return TextSketch(of: value).map { .sketch($0) }
  }

  func tally(readsAgain: Bool) -> any CorpusTally {
    NearTally(percent: percent, readsAgain: readsAgain)
  }
}
