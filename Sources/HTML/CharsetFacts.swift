/// How the charset of a text was found, and whether it fits.
package struct CharsetFacts: Sendable, Hashable {
  /// What the text was decoded from, in lower case; none before its first kilobyte has come.
  package let used: String?
  /// What the Content-Type says, as the web means it.
  package let declared: String?
  /// Whether the text begins with a byte order mark, which then says more than anything else.
  package let hasMark: Bool
  /// Whether bytes were no characters of the charset.
  package let isBroken: Bool
  /// Whether there are characters beyond ASCII, so that the charset matters.
  package let isBeyondASCII: Bool

  init(_ decoder: borrowing CharsetDecoder) {
    used = decoder.charset
    declared = decoder.declared.map(Charset.name(ofLabel:))
    hasMark = decoder.hasMark
    isBroken = decoder.isBroken
    isBeyondASCII = decoder.isBeyondASCII
  }

  /// The charset that the web means by a label: `windows-1252` for `ISO-8859-1`.
  package static func name(ofLabel label: String) -> String {
    Charset.name(ofLabel: label.lowercased())
  }

  /// The charset that a value such as `text/html; charset=utf-8` names.
  package static func name(inContentType value: String) -> String? {
    Charset.label(inContentType: Array(value.utf8)).map(Charset.name(ofLabel:))
  }
}
