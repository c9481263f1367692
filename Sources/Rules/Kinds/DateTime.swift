import Model
import Standards

/// Demands a date-time of a profile.
struct DateTime: RecordKind {
  static let name = "date-time"
  static let placeholders = ["reason"]

  private let profile: DateProfile
  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    case malformed
    case missingOffset = "missing-offset"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    profile = try options.choice("profile") ?? .article
    refused = try options.choices("refuse") ?? Refusal.allCases
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .failure(let error) = subject.dateTime(profile) else { return }
    let count = subject.utf8.count
    let start = min(error.offset, count)
    switch error.reason {
    case .missingOffset:
      guard refused.contains(.missingOffset) else { return }
      report(Fault(values: [("reason", "it has no offset from UTC")]))
    case .notADateTime(let fault):
      guard refused.contains(.malformed) else { return }
      let site: Fault.Site = start == 0 || start == count ? .whole : .part(start..<count)
      report(
        Fault(
          site: site, values: [("reason", DateProse.phrase(for: fault, at: start))],
          evidence: subject.string))
    }
  }
}
