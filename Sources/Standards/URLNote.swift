/// Something in a URL's text that browsers forgive or rewrite and its author should know of.
package struct URLNote: Hashable, Sendable {
  /// What it is.
  package let kind: Kind
  /// Where: a byte range in the text as it was given.
  package let range: Range<Int>

  /// The things that are forgiven.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// Blanks or control characters around the URL: dropped.
    case outerBlank
    /// A tab or line break inside the URL: dropped.
    case tabOrNewline
    /// `\` where `/` is meant.
    case backslash
    /// `https:/a` or `https:a`.
    case missingSlash
    /// `https:///a`.
    case extraSlash
    /// A user name, maybe with a password.
    case credentials
    /// `HTTPS:`.
    case upperCaseScheme
    /// `Example.org`.
    case upperCaseHost
    /// Percent-escapes in the host.
    case escapedHost
    /// An IPv4 address that is not four plain decimal numbers: `127.1`, `0x7f000001`.
    case unusualAddress
    /// A host name that the domain name system cannot hold: an empty label, over 63 or 253 bytes.
    case unresolvableHost
    /// `:443` of https, `:80` of http.
    case defaultPort
    /// A port with leading zeros, or `:` and no port.
    case unusualPort
    /// `.` or `..` as a path segment, escaped or not.
    case dotSegment
    /// A character that must be escaped in this place: a space, `<`, a control character.
    case unescaped
    /// A `%` that no two hexadecimal digits follow.
    case strayPercent
    /// The escape of a character that needs none: `%61`.
    case needlessEscape
    /// Non-ASCII text in host, path, query or fragment: legal in a link, encoded when it is sent.
    case nonASCII
  }
}
