import Model

/// Watches the selectors of one's own rules: one that picks nothing in any record is a mistake.
struct SelectorUse: RuleKind {
  static let name = "selector-use"
  static let scope = RuleScope.corpus
  static let placeholders = ["rule"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}
}
