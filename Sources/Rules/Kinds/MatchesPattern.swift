import Model
import Patterns
import YAML

/// Demands that a text matches a pattern of RE2, or that it does not.
struct MatchesPattern: RecordKind {
  static let name = "pattern"
  static let placeholders = ["pattern", "found"]

  private let demanded: Pattern?
  private let refused: Pattern?

  init(_ options: inout OptionReader) throws(RuleFileError) {
    demanded = try Self.pattern("match", &options)
    refused = try Self.pattern("refuse", &options)
  }

  private static func pattern(
    _ key: String, _ options: inout OptionReader
  )
    throws(RuleFileError) -> Pattern?
  {
    guard let node = options.node(key) else { return nil }
    let text = try options.text(of: node, key: key)
    do {
      return try Pattern(text)
    } catch {
      throw RuleFileError(
        file: options.file, mark: node.mark, fault: .badPattern(text, reason: error.reason))
    }
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    if let demanded, !demanded.matches(text) {
      report(Fault(values: [("pattern", demanded.text)]))
    }
    if let refused, let found = refused.firstMatch(in: text) {
      report(
        Fault(
          site: .part(found),
          values: [
            ("pattern", refused.text),
            ("found", String(decoding: text[found].prefix(400), as: UTF8.self)),
          ]))
    }
  }
}
