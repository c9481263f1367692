import Model
import Standards

/// Tells an instant that more than a number of records have.
struct SameInstant: CorpusKind {
  static let name = "same-instant"
  static let placeholders = ["count", "most", "other"]

  private let most: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    most = max(1, try options.integer("most") ?? 20)
  }

  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    guard subject.isText, case .success(let reading) = subject.dateTime(.article) else {
      return nil
    }
    let instant = reading.instant
    let seed = UInt64(bitPattern: Int64(instant.seconds)) << 1 | (instant.isLeapSecond ? 1 : 0)
    return .key(Hash128(of: instant.fraction, seed: seed))
  }

  func tally(readsAgain: Bool) -> any CorpusTally { CrowdTally(most: most) }
}
