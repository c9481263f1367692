import Model

/// Describes a fault of a suppression, which is found where findings are marked.
struct SuppressionFault: RuleKind {
  static let name = "suppression"
  static let placeholders = ["reason", "day"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}
}
