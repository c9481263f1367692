package import Model
package import YAML

/// The examples of a rule: its tests and its documentation.
package struct RuleExampleSet: Sendable {
  package let passing: [RuleExample]
  package let failing: [RuleExample]

  /// All examples, with whether the rule must fire.
  var all: [(example: RuleExample, isFailing: Bool)] {
    passing.map { ($0, false) } + failing.map { ($0, true) }
  }
}

/// One example: records or a link, and where the rule must fire.
package struct RuleExample: Sendable {
  package let input: Input
  /// The fields where the rule fires, and no others; empty for passing examples.
  package let at: [FieldPath]
  /// The source text that the finding marks, where the example says so.
  package let marks: String?
  /// What the suggestion makes of the marked value's source, where the example says so.
  package let mended: String?
  /// Options that the rule has for this example.
  let options: YAMLNode?
  /// Of the example in its rule file.
  package let mark: YAMLMark

  package enum Input: Sendable {
    /// Records of one corpus, as JSON text, with the links of each.
    case records([ExampleRecord])
    case link(JudgedLink)
    /// A record, and a page that one of its addresses leads to.
    case page(ExampleRecord, ExamplePage)
    /// What no text can show, as a sentence; it is not run.
    case situation(String)
  }
}

/// A record of an example.
package struct ExampleRecord: Sendable {
  package let text: [UInt8]
  /// The name of the record's file: `a-slug.json`.
  package let file: String
  /// Links in the record's Markdown: texts that occur in its source.
  package let links: [String]
}

/// A page of an example.
package struct ExamplePage: Sendable {
  package let form: PageForm
  /// What list of the site's pages it is, where it is one.
  package let listing: ListingKind?
  /// The field with the page's address, where it is not the one that the form says.
  package let field: FieldPath?
  /// Of the answer's head, by lower-case name.
  package let fields: [(name: String, value: String)]
  package let body: [UInt8]
}
