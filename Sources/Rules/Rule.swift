package import Model
import YAML

/// A demand on records, as data: one rule file, read.
package struct Rule: Sendable {
  package let id: RuleID
  package let summary: RuleSummary
  /// Where the rule was read: a path, or the path of an embedded file.
  package let file: String
  /// The name of its kind.
  package let kindName: String
  /// Whether it came with the binary.
  package let isShipped: Bool
  /// Whether its suggestions are applied, and by which option; none without a fix.
  package let fix: Suggestion.Safety?
  let given: [Selector]
  /// The places of `given` in the rule file; none for those that stand for `urls`.
  let givenMarks: [YAMLMark?]
  /// The roles of links that it looks at too.
  let links: [LinkRole]
  let condition: Condition
  /// Severities at some of the values, by selector.
  let severityAt: [(selector: Selector, severity: Severity)]
  var kind: any RuleKind
  /// What `kind` was made of, so that settings can change it.
  let options: YAMLNode
  /// What records call the fields that it names.
  let fields: FieldNames
  /// The names on the way to the value that it looks at, as the file writes them.
  let subject: [String]?
  let message: MessageTemplate
  let related: [Selector]
  /// Empty where the examples were not read: see ``RuleCatalogue``.
  package let examples: RuleExampleSet

  /// When a rule is asked at all.
  struct Condition: Sendable {
    /// Each of them picks something in the record.
    var present: [Selector] = []
    /// None of them picks anything.
    var absent: [Selector] = []
    /// Rules that have not fired at the same place.
    var passes: [RuleID] = []
    /// The place of `passes` in the rule file.
    var passesMark = YAMLMark(line: 1, column: 1)
    /// The record is the only one of its file.
    var isAlone = false
  }
}
