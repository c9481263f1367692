/// Where the parts of a serialised URL stand in its bytes.
struct URLLayout: Hashable, Sendable {
  /// The offset of the `:`.
  var schemeEnd = 0
  /// User name and password, without `@`.
  var credentials: Range<Int>?
  var host: Range<Int>?
  /// Nil for the scheme's own port.
  var port: UInt16?
  /// Set where the host is an address.
  var address: IPAddress?
  var path = 0
  /// The offset after `?`.
  var query: Int?
  /// The offset after `#`.
  var fragment: Int?
}
