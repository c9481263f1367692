internal import Curl
internal import Model
internal import Standards

/// One request that a probe wants made, and by what means.
struct Ask {
  var url: WebURL
  var means: Means
  /// The `Cookie` field's value, where a redirect would loop without it.
  var cookie: String?
  /// What the page had when it was read last; the server may answer 304 then. RFC 9110, section 13.
  var validators: Validators?
  /// What evidence may show of the settings that the request is made with.
  var settings: Exchange.Settings?

  /// The fields that ask for the page only if it has changed.
  var conditions: [String] {
    if let tag = validators?.entityTag { return ["If-None-Match: \(tag)"] }
    return (validators?.lastModified).map { ["If-Modified-Since: \($0)"] } ?? []
  }

  /// How a request is made. What failed by one means is tried by others.
  struct Means: Hashable {
    var method = Request.Method.head
    var version = Request.Version.http2OverTLS
    var family = Request.Family.any
    var isOnFreshConnection = false
    var isUncompressed = false
    /// Whether it gets double the time.
    var isPatient = false

    /// The means that trust the least: no HEAD, no HTTP/2, no kept connection.
    static let plain = Means(method: .get, version: .http11, isOnFreshConnection: true)
  }
}
