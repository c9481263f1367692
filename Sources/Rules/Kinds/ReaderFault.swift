import Model

/// Describes a fault that the reader of records finds; no rule is asked about such a record.
struct ReaderFault: RuleKind {
  static let name = "reader"
  static let placeholders = ["reason", "other", "limit"]
  static let mends = true

  init(_ options: inout OptionReader) throws(RuleFileError) {}
}
