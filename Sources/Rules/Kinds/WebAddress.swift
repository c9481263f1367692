import Model
import Standards

/// Refuses faults of a field that holds the address of a web page.
struct WebAddress: RecordKind {
  static let name = "web-address"
  static let placeholders = ["reason", "found"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// No absolute http or https URL.
    case unreadable
    case http
    case credentials
    /// Written otherwise than browsers and servers write it.
    case unusual
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    switch subject.url {
    case .failure(let error):
      guard refused.contains(.unreadable) else { return }
      report(Fault(values: [("reason", URLProse.phrase(for: error))]))
    case .success(let reading):
      for refusal in refused {
        if let fault = Self.fault(refusal, of: reading, in: subject) { report(fault) }
      }
    }
  }

  private static func fault(
    _ refusal: Refusal, of reading: SubjectURL, in subject: Subject
  ) -> Fault? {
    switch refusal {
    case .unreadable:
      guard !reading.url.isWeb else { return nil }
      return Fault(values: [("reason", "'\(reading.url.scheme):' is not of the web")])
    case .http:
      guard reading.url.isWeb, !reading.url.isSecure, let scheme = reading.parts.scheme else {
        return nil
      }
      return Fault(site: .part(scheme))
    case .credentials:
      guard reading.url.hasCredentials, let range = reading.parts.userinfo else { return nil }
      return Fault(
        site: .part(range), evidence: Redaction.withoutCredentials(subject.string))
    case .unusual:
      for note in reading.notes {
        guard let reason = URLProse.phrase(for: note.kind) else { continue }
        let found = String(decoding: subject.utf8[note.range].prefix(80), as: UTF8.self)
        return Fault(site: .part(note.range), values: [("reason", reason), ("found", found)])
      }
      return nil
    }
  }
}
