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

extension RecordFault {
  /// A fault at bytes of a text that starts at `origin`.
  init(
    _ rule: Rule, _ message: String, at range: Range<Int>, of text: [UInt8], from origin: Origin,
    evidence: String = ""
  ) {
    self.init(
      rule: rule, message: message,
      span: SourceSpan(
        start: origin.location(of: range.lowerBound, in: text),
        end: origin.location(of: range.upperBound, in: text)),
      excerpt: Excerpt(of: range, in: text), evidence: evidence)
  }

  /// The fault of a text that is not JSON.
  init(_ error: JSONError, of text: [UInt8], from origin: Origin) {
    let rule: Rule =
      switch error.reason {
      case .expected, .numberOutOfRange: .notJSON
      case .invalidUTF8: .invalidUTF8
      case .tooDeep: .tooDeep
      }
    self.init(
      rule, error.sentence(in: text), at: error.range, of: text, from: origin,
      evidence: error.evidence(in: text))
  }

  /// A fault of a file as a whole.
  init(_ rule: Rule, _ message: String, file: String) {
    let start = Origin(file: file).location(of: 0, in: [])
    self.init(rule: rule, message: message, span: SourceSpan(start: start, end: start))
  }

  /// The fault of a record over the limit, of which no byte is kept.
  static func tooLarge(from origin: Origin, limit: Int, isLast: Bool) -> RecordFault {
    let mebibytes = limit >> 20
    let size = mebibytes << 20 == limit ? "\(mebibytes) MiB" : "\(limit) bytes"
    let start = origin.location(of: 0, in: [])
    return RecordFault(
      rule: .tooLarge,
      message: "The record is larger than \(size) and is not read"
        + (isLast ? ", nor is the rest of the file" : "")
        + ". Make it smaller, or raise the limit.",
      span: SourceSpan(start: start, end: start))
  }
}
