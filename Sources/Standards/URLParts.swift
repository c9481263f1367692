/// Where the parts of a URL stand in the text as it was given: byte ranges without delimiters.
package struct URLParts: Hashable, Sendable {
  /// Without `:`. Nil in a relative reference.
  package internal(set) var scheme: Range<Int>?
  /// Without `@`.
  package internal(set) var userinfo: Range<Int>?
  /// With the brackets of an IPv6 address.
  package internal(set) var host: Range<Int>?
  /// Without `:`; empty where only the colon is.
  package internal(set) var port: Range<Int>?
  /// With its first slash.
  package internal(set) var path: Range<Int>
  /// Without `?`.
  package internal(set) var query: Range<Int>?
  /// Without `#`.
  package internal(set) var fragment: Range<Int>?
}
