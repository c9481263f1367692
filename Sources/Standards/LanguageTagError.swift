/// A text that is no language tag by the grammar of RFC 5646, section 2.1.
package struct LanguageTagError: Error, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// Where: a byte range in the text.
  package let range: Range<Int>

  /// The ways in which a text fails to be a tag.
  package enum Reason: Hashable, Sendable {
    case empty
    /// `_` between subtags, where `-` must be.
    case underscore
    /// Neither letter, digit nor hyphen.
    case badCharacter
    /// Two hyphens in a row, or one at an end.
    case emptySubtag
    /// Over eight characters.
    case subtagTooLong
    /// The first subtag can be no language: a digit, or one letter.
    case badLanguage
    /// A subtag of a kind that cannot stand here: `en-US-Latn`.
    case misplacedSubtag
    /// `-u` or `-x` and nothing after it.
    case emptyExtension
  }
}
