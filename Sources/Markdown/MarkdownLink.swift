/// A link or image of a Markdown text. All ranges are bytes of the source.
package struct MarkdownLink: Sendable, Hashable {
  package let kind: Kind
  package let isImage: Bool
  /// The whole of it, from its first bracket to its last byte.
  package internal(set) var range: Range<Int>
  /// Between the brackets; for autolinks the address.
  package internal(set) var text: Range<Int>
  /// The address as written, without `<>`; for a reference link it stands in the definition.
  package internal(set) var destination: Range<Int>
  /// The title as written, without its quotes; for a reference link it stands in the definition.
  package internal(set) var title: Range<Int>?
  /// Whether a reader sees no text: for an image, whether it has no alternative text.
  package let isTextBlank: Bool
  /// The definition of a reference link: its index in the document's `definitions`.
  package internal(set) var definition: Int?
  /// `http://` or `mailto:` where GFM or CommonMark puts it before an autolink; empty otherwise.
  package let impliedScheme: String

  /// How a link is written. CommonMark 0.30, sections 6.3, 6.5; GFM 0.29, section 6.9.
  package enum Kind: UInt8, Sendable, CaseIterable {
    case inline, fullReference, collapsedReference, shortcutReference, angleAutolink, bareAutolink

    /// Whether `\` before punctuation vanishes from the address.
    var readsBackslashes: Bool {
      switch self {
      case .inline, .fullReference, .collapsedReference, .shortcutReference: true
      case .angleAutolink, .bareAutolink: false
      }
    }

    package var isReference: Bool {
      switch self {
      case .fullReference, .collapsedReference, .shortcutReference: true
      case .inline, .angleAutolink, .bareAutolink: false
      }
    }
  }
}
