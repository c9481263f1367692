/// One request of a probe and what came of it, for those who want to see how a verdict came about.
package struct Attempt: Hashable, Sendable {
  package let exchange: Exchange
  /// None when no answer came.
  package let status: Int?
  /// Why there is no answer, or no whole one.
  package let failure: FailureCause?
  package let isOnKeptConnection: Bool
  /// The fields of the answer that matter, in order; names in lower case.
  package let fields: [Field]
  package let manner: Manner

  package init(
    exchange: Exchange, status: Int?, failure: FailureCause?, isOnKeptConnection: Bool,
    fields: [Field], manner: Manner = Manner()
  ) {
    self.manner = manner
    self.exchange = exchange
    self.status = status
    self.failure = failure
    self.isOnKeptConnection = isOnKeptConnection
    self.fields = fields
  }

  /// How it was asked, beside what the exchange tells.
  package struct Manner: Hashable, Sendable {
    /// All of the request.
    package var timeout = Duration.seconds(30)
    /// Name look-up, connection and TLS.
    package var connectTimeout = Duration.seconds(10)
    /// Whether HTTP/2 was not even offered.
    package var isHTTP11Only = false
    package var isIPv4Only = false
    /// Whether the answer could come compressed.
    package var isCompressed = true
    /// Whether a cookie of an earlier answer was given back.
    package var hasCookie = false

    package init() {}
  }

  /// A field of the answer's head.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
