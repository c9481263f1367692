internal import CCurl

/// What holds for all requests of an engine.
package struct Configuration: Sendable {
  /// Decides on every address before a packet leaves, and again before every request.
  package var isAllowed: @Sendable (Endpoint) -> Bool
  /// Fields sent with every request, as `Name: value`.
  package var fields: [String] = []
  /// The User-Agent field.
  package var userAgent = ""
  /// Names, in lower case, of the answers' fields that a reply keeps. What decides on the body's
  /// completeness is kept always.
  package var keptFields: [String] = []
  /// The file of trusted authorities; nil is libcurl's own.
  package var authorities: String?
  /// Where to connect instead, as `host:port:address:port`; an empty part means any, or unchanged.
  /// The guard sees the address that is connected to. CURLOPT_CONNECT_TO.
  package var detours: [String] = []
  /// The proxy that makes every connection, as a URL; nil for none, whatever the environment says.
  /// The guard then sees the proxy's address only. CURLOPT_PROXY.
  package var proxy: String?
  /// The decoded bytes of a body that are read at most.
  package var bodyLimit = 5 * 1024 * 1024
  /// The bytes of head and trailers that are read at most.
  package var headLimit = 256 * 1024
  /// The bytes that may come over a connection while one request is under way, whatever they are.
  /// Counted four times a second, by the kernel.
  package var floodLimit = 64 * 1024 * 1024
  /// Connections that are kept open between requests.
  package var keptConnections = 256

  /// A configuration with the given guard.
  package init(isAllowed: @escaping @Sendable (Endpoint) -> Bool) { self.isAllowed = isAllowed }

  /// The fields that decide whether a body is complete.
  static let framingFields = ["content-encoding", "content-length", "transfer-encoding"]

  /// The file of trusted authorities.
  var authoritiesFile: String? {
    if let authorities { return authorities }
    return ccurl_version().pointee.cainfo.map { String(cString: $0) }
  }
}
