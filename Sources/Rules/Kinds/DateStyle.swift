import Model
import Standards

/// Refuses forms of date-times that are legal and that some programs misread.
struct DateStyle: RecordKind {
  static let name = "date-style"
  static let placeholders = ["form", "suggestion"]
  static let mends = true

  private let profile: DateProfile
  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    case leapSecond = "leap-second"
    /// `-00:00`: UTC, and the local time is unknown.
    case unknownOffset = "unknown-offset"
    /// `t`, `z`.
    case lowerCase = "lower-case"
    /// Any offset but zero.
    case notUTC = "not-utc"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    profile = try options.choice("profile") ?? .article
    refused = try options.choices("refuse") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.dateTime(profile) else { return }
    for refusal in refused {
      guard let form = Self.form(refusal, of: reading) else { continue }
      var fault = Fault(values: [("form", form)])
      if refusal == .notUTC {
        let text = reading.instant.text(like: reading.form)
        fault.values.append(("suggestion", text))
        fault.repair = .writing(text)
      }
      return report(fault)
    }
  }

  private static func form(_ refusal: Refusal, of reading: DateReading) -> String? {
    let form = reading.form
    switch refusal {
    case .leapSecond: return reading.instant.isLeapSecond ? "the leap second ':60'" : nil
    case .unknownOffset: return form.offset == .minusZero ? "the offset '-00:00'" : nil
    case .lowerCase:
      if form.separator == .lowerT { return "a lower-case 't'" }
      return form.offset == .lowerZ ? "a lower-case 'z'" : nil
    case .notUTC: return reading.offsetInMinutes == 0 ? nil : "an offset from UTC"
    }
  }
}
