import Model
import Standards

/// Refuses faults of a language tag. RFC 5646.
struct LanguageCode: RecordKind {
  static let name = "language-tag"
  static let placeholders = ["reason", "suggestion", "found"]
  static let mends = true

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    case malformed, unregistered, deprecated
    /// Another case than the usual one: `EN-us`.
    case unusualCase = "unusual-case"
    case redundantScript = "redundant-script"
    /// Tags that name no language: `und`, `mul`, `x-…`.
    case useless
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !Self.isPlain(subject.utf8) else { return }
    switch subject.languageTag {
    case .failure(let error):
      guard refused.contains(.malformed) else { return }
      let isPlace = !error.range.isEmpty && error.range.upperBound <= subject.utf8.count
      var fault = Self.suggesting(LanguageSuggestion.tag(for: subject.string))
      fault.site = isPlace ? .part(error.range) : .whole
      fault.values.append(("reason", LanguageProse.phrase(for: error.reason)))
      fault.evidence = subject.string
      report(fault)
    case .success(let tag):
      for refusal in refused {
        if let fault = Self.fault(refusal, of: tag, subject) { return report(fault) }
      }
    }
  }

  /// Most records have this tag, and nothing is wrong with it.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    text.elementsEqual("en".utf8)
  }

  private static func suggesting(_ suggestion: String?) -> Fault {
    guard let suggestion else { return Fault() }
    return Fault(values: [("suggestion", suggestion)], repair: .writing(suggestion))
  }

  private static func fault(_ refusal: Refusal, of tag: LanguageTag, _ subject: Subject) -> Fault? {
    switch refusal {
    case .malformed: return nil
    case .unregistered:
      guard let first = tag.faults.first else { return nil }
      let found = String(decoding: subject.utf8[first.range], as: UTF8.self)
      var fault = suggesting(LanguageSuggestion.tag(for: tag.text))
      fault.site = .part(first.range)
      fault.values.append(("reason", LanguageProse.phrase(for: first.kind, of: found)))
      fault.evidence = tag.text
      return fault
    case .deprecated:
      guard let first = tag.deprecations.first else { return nil }
      var fault = Fault(site: .part(first.range), evidence: tag.text)
      if let replacement = first.replacement {
        fault.values = [("suggestion", replacement)]
        fault.repair = Repair(
          message: "write '\(replacement)'", change: .parts([(first.range, replacement)]))
      }
      fault.values.append(
        ("found", String(decoding: subject.utf8[first.range], as: UTF8.self)))
      return fault
    case .unusualCase:
      let usual = tag.canonicalCase
      return usual.utf8.elementsEqual(tag.text.utf8) ? nil : suggesting(usual)
    case .redundantScript:
      guard tag.isScriptRedundant, let range = tag.range(of: .script) else { return nil }
      return Fault(
        site: .part(range), values: [("suggestion", tag.withoutScript)], evidence: tag.text)
    case .useless:
      guard let reason = tag.uselessness else { return nil }
      return Fault(values: [("reason", LanguageProse.phrase(for: reason))])
    }
  }
}
