/// A well-formed language tag. RFC 5646.
///
/// ```swift
/// let tag = try LanguageTag("EN-latn-us")
/// tag.canonicalCase  // "en-Latn-US"
/// tag.isScriptRedundant  // true
/// ```
package struct LanguageTag: Hashable, Sendable {
  /// The tag as it was given.
  package let text: String
  /// Its subtags in order.
  package let subtags: [Subtag]

  /// Reads a tag by the grammar alone; see ``faults`` for what the registry says of it.
  ///
  /// - Throws: ``LanguageTagError`` with the reason and the byte range.
  package init(_ text: String) throws(LanguageTagError) {
    var reader = LanguageTagReader(text)
    subtags = try reader.read()
    self.text = text
  }

  /// The primary language in lower case; nil for grandfathered and purely private tags.
  package var language: String? { first(.language) }

  /// The script in lower case.
  package var script: String? { first(.script) }

  /// The region in lower case.
  package var region: String? { first(.region) }

  /// The variants in lower case.
  package var variants: [String] {
    subtags.filter { $0.kind == .variant }.map(\.lowered)
  }

  /// Whether the whole tag is one of the 26 that the grammar or the registry keeps from before.
  package var isGrandfathered: Bool {
    subtags.first?.kind == .grandfathered
  }

  /// Whether the tag says a script that the language is written in anyway. RFC 5646, section 3.1.9.
  package var isScriptRedundant: Bool {
    guard let language, let script else { return false }
    return LanguageRegistry.language(language)?.suppressScript == script
  }

  /// Why readers can do nothing with the tag, or nil if they can.
  package var uselessness: Uselessness? {
    guard let language else {
      return subtags.first?.kind == .privateUse ? .privateUse : nil
    }
    switch language {
    case "und": return .undetermined
    case "mul": return .multiple
    case "zxx": return .notLinguistic
    case "mis": return .uncoded
    default: return LanguageRegistry.isPrivateUse(language: language) ? .privateUse : nil
    }
  }

  /// The place of the first subtag of a kind.
  package func range(of kind: Subtag.Kind) -> Range<Int>? {
    subtags.first { $0.kind == kind }?.range
  }

  private func first(_ kind: Subtag.Kind) -> String? {
    subtags.first { $0.kind == kind }?.lowered
  }

  /// One part of a tag between hyphens.
  package struct Subtag: Hashable, Sendable {
    package let kind: Kind
    /// As it was given.
    package let text: String
    /// Its byte range in the tag.
    package let range: Range<Int>

    /// In lower case.
    package var lowered: String { text.lowercased() }

    /// What a subtag can be.
    package enum Kind: Hashable, Sendable {
      case language
      case extendedLanguage
      case script
      case region
      case variant
      /// The letter or digit that starts an extension.
      case singleton
      case `extension`
      /// `x` and all after it.
      case privateUse
      /// A whole tag.
      case grandfathered
    }
  }

  /// Codes that are valid and tell a reader nothing.
  package enum Uselessness: Hashable, Sendable {
    /// `und`
    case undetermined
    /// `mul`
    case multiple
    /// `zxx`
    case notLinguistic
    /// `mis`
    case uncoded
    /// `qaa` to `qtz`, `x-…`
    case privateUse
  }
}
