/// An absolute URL as browsers read it: parsed, normalised, serialised. WHATWG URL Standard.
///
/// http and https are read in full. Other schemes are recognised and kept opaque: scheme, then text
/// with its control and non-ASCII characters escaped, then the fragment.
///
/// ```swift
/// let page = try WebURL("HTTP://Bücher.example:80/a/../b?q=é#top")
/// page.serialized  // "http://xn--bcher-kva.example/b?q=%C3%A9#top"
/// try WebURL("../c", base: page).serialized  // "http://xn--bcher-kva.example/c"
/// ```
package struct WebURL: Hashable, Sendable {
  /// The serialised URL.
  let bytes: [UInt8]
  let layout: URLLayout

  /// Reads a URL, relative to `base` if there is one. Use ``URLReading`` to learn how it was written.
  ///
  /// - Throws: ``WebURLError`` with the reason and the byte offset.
  package init(_ text: String, base: WebURL? = nil) throws(WebURLError) {
    self = try URLReading(text, base: base).url
  }

  init(bytes: [UInt8], layout: URLLayout) {
    self.bytes = bytes
    self.layout = layout
  }

  /// The URL in full.
  package var serialized: String {
    text(0..<bytes.count)
  }

  /// The URL up to its fragment: what is requested.
  package var serializedWithoutFragment: String {
    text(0..<endOfQuery)
  }

  /// The URL without its fragment.
  package var withoutFragment: WebURL {
    guard layout.fragment != nil else { return self }
    var layout = layout
    layout.fragment = nil
    return WebURL(bytes: Array(bytes[..<endOfQuery]), layout: layout)
  }

  /// One text for all URLs that must be the same resource: without fragment, needless escapes
  /// decoded, the others in upper case. For comparison only; ask for ``serializedWithoutFragment``.
  package var identity: String {
    var result: [UInt8] = []
    result.reserveCapacity(endOfQuery)
    result.append(contentsOf: bytes[..<layout.path])
    PercentEncoding.appendNormalised(bytes[layout.path..<endOfQuery], to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// In lower case, without `:`.
  package var scheme: String {
    text(0..<layout.schemeEnd)
  }

  /// Whether the scheme is http or https: everything else is opaque.
  package var isWeb: Bool {
    layout.host != nil
  }

  /// Whether the scheme is https.
  package var isSecure: Bool {
    isWeb && layout.schemeEnd == 5
  }

  /// Whether a user name or a password is in the URL.
  package var hasCredentials: Bool {
    layout.credentials != nil
  }

  /// The host, or nil in an opaque URL.
  package var host: Host? {
    guard let range = layout.host else { return nil }
    return switch layout.address {
    case .v4(let address): .ipv4(address)
    case .v6(let address): .ipv6(address)
    case nil: .domain(text(range))
    }
  }

  /// The host as it stands in the URL: A-labels, or an address, IPv6 in brackets.
  package var hostText: String? {
    layout.host.map(text)
  }

  /// The port, or nil if it is the scheme's own.
  package var port: Int? {
    layout.port.map(Int.init)
  }

  /// The port that a connection goes to, or nil in an opaque URL.
  package var effectivePort: Int? {
    isWeb ? port ?? (isSecure ? 443 : 80) : nil
  }

  /// Scheme, host and port, as in `https://a.example:8443`; nil in an opaque URL.
  package var origin: String? {
    guard let host = layout.host else { return nil }
    return scheme + "://" + text(host.lowerBound..<layout.path)
  }

  /// The path, escaped; from `/` in http and https.
  package var path: String {
    text(layout.path..<(layout.query.map { $0 - 1 } ?? endOfQuery))
  }

  /// The query, escaped, without `?`. Empty where only the `?` is.
  package var query: String? {
    layout.query.map { text($0..<endOfQuery) }
  }

  /// The fragment, escaped, without `#`. Empty where only the `#` is.
  package var fragment: String? {
    layout.fragment.map { text($0..<bytes.count) }
  }

  private var endOfQuery: Int {
    layout.fragment.map { $0 - 1 } ?? bytes.count
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  package static func == (left: WebURL, right: WebURL) -> Bool {
    left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
  }

  /// The host of an http or https URL.
  package enum Host: Hashable, Sendable {
    /// A name in ASCII (A-labels) and lower case.
    case domain(String)
    case ipv4(IPv4Address)
    case ipv6(IPv6Address)
  }
}
