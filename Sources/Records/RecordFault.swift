import Model

/// A fault of a file or of a record's text, before it is known whose finding it becomes.
struct RecordFault: Sendable {
  let rule: Rule
  let message: String
  let span: SourceSpan
  var excerpt: Excerpt?
  var evidence = ""
  var suggestion: Suggestion?

  /// The rules of the pack `record`; the raw value is the fault's name.
  enum Rule: String, CaseIterable, Sendable {
    case byteOrderMark = "byte-order-mark"
    case duplicateKey = "duplicate-key"
    case invalidUTF8 = "invalid-utf8"
    case loneSurrogate = "lone-surrogate"
    case notARegularFile = "not-a-regular-file"
    case notAnObject = "not-an-object"
    case notJSON = "not-json"
    case symlink
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case unreadableFile = "unreadable-file"

    /// Whether the fault is a file's, so that no record was found.
    var isOfFile: Bool {
      switch self {
      case .byteOrderMark, .notARegularFile, .symlink, .unreadableFile: true
      case .duplicateKey, .invalidUTF8, .loneSurrogate, .notAnObject, .notJSON, .tooDeep,
        .tooLarge:
        false
      }
    }

    var id: RuleID { RuleID("record/\(rawValue)") }

    var severity: Severity {
      switch self {
      case .byteOrderMark, .symlink: .warning
      case .duplicateKey, .invalidUTF8, .loneSurrogate, .notARegularFile, .notAnObject, .notJSON,
        .tooDeep, .tooLarge, .unreadableFile:
        .error
      }
    }
  }

  /// The finding in a record.
  func finding(
    in record: RecordKey, field: FieldPath = .root, related: [RelatedLocation] = []
  ) -> Finding {
    Finding(
      rule: rule.id, severity: rule.severity, message: message, record: record, field: field,
      span: span, excerpt: excerpt, related: related, suggestion: suggestion, evidence: evidence)
  }
}
