extension TagMender {
  /// Where in the grammar the next byte stands. Named as in HTML, section 13.2.5.
  enum State {
    case data, raw, tagOpen, endTagOpen, tagName, beforeAttribute, attributeName
    case afterAttributeName, beforeValue, doubleQuoted, singleQuoted, unquoted
    case markup, markupDash, commentStart, commentStartDash, comment, commentDash
    case commentDashDash, commentBang, bogus
  }
}

extension TagMender.State {
  /// The state after a byte that follows `<` and starts no tag; none when the `<` was text.
  ///
  /// A comment ends at `-->`, `--!>`, and, right after its start, at `>` and `->`.
  func next(_ byte: UInt8) -> Self? {
    switch (self, byte) {
    case (.tagOpen, UInt8(ascii: "!")): .markup
    case (.tagOpen, UInt8(ascii: "/")): .endTagOpen
    case (.tagOpen, UInt8(ascii: "?")): .bogus
    case (.tagOpen, _): nil
    case (.markup, UInt8(ascii: "-")): .markupDash
    case (.markupDash, UInt8(ascii: "-")): .commentStart
    case (.commentStart, UInt8(ascii: "-")): .commentStartDash
    case (.commentStartDash, UInt8(ascii: "-")), (.commentDash, UInt8(ascii: "-")),
      (.commentDashDash, UInt8(ascii: "-")):
      .commentDashDash
    case (.commentDashDash, UInt8(ascii: "!")): .commentBang
    case (.commentBang, UInt8(ascii: "-")): .commentDash
    case (.endTagOpen, UInt8(ascii: ">")), (.markup, UInt8(ascii: ">")),
      (.markupDash, UInt8(ascii: ">")), (.commentStart, UInt8(ascii: ">")),
      (.commentStartDash, UInt8(ascii: ">")), (.commentDashDash, UInt8(ascii: ">")),
      (.commentBang, UInt8(ascii: ">")):
      .data
    case (.endTagOpen, _), (.markup, _), (.markupDash, _): .bogus
    default: .comment
    }
  }
}
