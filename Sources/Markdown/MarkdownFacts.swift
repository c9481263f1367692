/// A link reference definition. CommonMark 0.30, section 4.7.
package struct MarkdownDefinition: Sendable, Hashable {
  /// From `[` to the end of the address or title.
  package internal(set) var range: Range<Int>
  /// Between the brackets.
  package internal(set) var label: Range<Int>
  /// The address as written, without `<>`.
  package internal(set) var destination: Range<Int>
  package internal(set) var title: Range<Int>?
  /// Whether a link of the text refers to it.
  package internal(set) var isUsed = false
  /// Whether an earlier definition has the same label, so that this one says nothing.
  package internal(set) var isShadowed = false
}

/// A heading, ATX or Setext.
package struct MarkdownHeading: Sendable, Hashable {
  /// From 1 to 6.
  package let level: Int
  /// From its `#` or its text to the end of its text.
  package internal(set) var range: Range<Int>
  /// The heading's pieces of text, as indices of the document's `runs`.
  package let runs: Range<Int>
}

/// A full or collapsed reference without a definition, or one to a footnote that is not there: a
/// reader sees its brackets.
package struct UndefinedReference: Sendable, Hashable {
  package internal(set) var range: Range<Int>
  /// The label that nobody defines, without its brackets; with the `^` of a footnote.
  package internal(set) var label: Range<Int>
  /// Whether it is written `[label][]`.
  package let isCollapsed: Bool
}

/// A footnote: `[^label]: note`. A GitHub extension; neither CommonMark nor the GFM text has it.
package struct MarkdownFootnote: Sendable, Hashable {
  /// From `[` to `:`.
  package internal(set) var range: Range<Int>
  /// After `^`.
  package internal(set) var label: Range<Int>
  package internal(set) var isUsed = false
}

/// A reference to a footnote: `[^label]`.
package struct FootnoteReference: Sendable, Hashable {
  package internal(set) var range: Range<Int>
  /// The footnote's index in the document's `footnotes`.
  package let footnote: Int
}

/// Raw HTML: a block, or all inline tags of one paragraph, heading or cell.
package struct RawHTML: Sendable, Hashable {
  package internal(set) var range: Range<Int>
  package let isBlock: Bool
  /// Indices of the document's `runs`; those of kind `html` are the HTML.
  package let runs: Range<Int>
}

/// A stretch of text as the parser gives it out: 12 bytes, since a text has very many.
package struct TextRun: Sendable, Hashable {
  var start: UInt32
  var end: UInt32
  package let kind: Kind
  /// Whether it stands inside a link or image.
  package let isInLink: Bool

  package var range: Range<Int> { Int(start)..<Int(end) }

  package enum Kind: UInt8, Sendable {
    case text, entity, code, html
  }
}
