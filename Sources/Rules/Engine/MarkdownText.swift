package import Markdown
package import Model

/// A Markdown text of a record, read by whoever looked for its links: so that it is read once.
package struct MarkdownText: Sendable {
  package let path: FieldPath
  /// The JSON string.
  package let text: JSONText
  /// What the parser found in the decoded text.
  package let document: MarkdownDocument

  package init(path: FieldPath, text: JSONText, document: MarkdownDocument) {
    self.path = path
    self.text = text
    self.document = document
  }
}
