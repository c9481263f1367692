import Model
import Standards

/// Compares how date-times are written over all records.
struct SameDateForm: CorpusKind {
  static let name = "same-date-form"
  static let placeholders = ["form", "usual", "count", "total"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  /// Digits after the second do not count: programs leave out zeros.
  func form(of subject: Subject, in context: RecordContext) -> String? {
    guard subject.isText, case .success(let reading) = subject.dateTime(.article) else {
      return nil
    }
    let isBlank = reading.form.separator == .blank
    return switch reading.form.offset {
    case .upperZ, .lowerZ: isBlank ? "a blank and 'Z'" : "'T' and 'Z'"
    case .plusZero, .minusZero, .other, .hoursOnly:
      isBlank ? "a blank and '+00:00'" : "'T' and '+00:00'"
    }
  }
}
