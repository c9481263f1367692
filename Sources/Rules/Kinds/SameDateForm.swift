import Model
import Standards

/// Compares how date-times are written over all records.
struct SameDateForm: CorpusKind {
  static let name = "same-date-form"
  static let placeholders = ["form", "usual", "count", "total"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    form(of: subject).map { .variant(of: Hash128(high: 0, low: 0), text: $0) }
  }

  func tally(readsAgain: Bool) -> any CorpusTally {
    VariantTally(most: CorpusState.most, tellsEquals: false)
  }

  /// Digits after the second do not count: programs leave out zeros.
  private func form(of subject: Subject) -> String? {
    guard subject.isText, case .success(let reading) = subject.dateTime(.article) else {
      return nil
    }
    let isBlank = reading.form.separator == .blank
    return switch reading.form.offset {
    case .upperZ, .lowerZ: isBlank ? "a blank and 'Z'" : "'T' and 'Z'"
    case .plusZero, .minusZero, .other, .hoursOnly:
      isBlank ? "a blank and an offset such as '+00:00'" : "'T' and an offset such as '+00:00'"
    }
  }
}
