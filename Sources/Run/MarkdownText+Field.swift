import Links
import Rules

extension MarkdownText {
  /// What the links were found in, for the rules.
  init(_ field: MarkdownField) {
    self.init(path: field.path, text: field.text, document: field.document)
  }
}
