/// One HTTP request, to be made once: no redirect is followed and nothing is retried.
package struct Request {
  /// The address, http or https, encoded, without fragment and without userinfo.
  package var url: String
  /// What is asked.
  package var method = Method.head
  /// Which HTTP is spoken.
  package var version = Version.http2OverTLS
  /// Which addresses a name is resolved to.
  package var family = Family.any
  /// Whether a kept connection must not be used.
  package var isOnFreshConnection = false
  /// Whether the server is asked for a body without content coding.
  package var isUncompressed = false
  /// The `Cookie` field's value, if one is to be sent.
  package var cookie: String?
  /// Further fields, as `Name: value`; one of the same name in the configuration gives way.
  package var fields: [String] = []
  /// Whether the server's certificate is taken as it is. Nothing it says is to be trusted then.
  package var isUnverified = false
  /// What is shown to a server that asks who we are.
  package var identity: Identity?
  /// How long each part may take.
  package var patience = Patience()
  /// Who reads the body; without one the body is not read.
  package var sink: (any BodySink)?

  /// A request for the status of an address.
  package init(url: String) { self.url = url }

  /// What is asked.
  package enum Method: String, Sendable {
    case head = "HEAD"
    case get = "GET"
  }

  /// Which HTTP is spoken.
  package enum Version: Sendable {
    /// HTTP/2 where TLS agrees on it, else HTTP/1.1.
    case http2OverTLS
    /// HTTP/1.1 only.
    case http11
  }

  /// Which addresses a name is resolved to.
  package enum Family: Sendable {
    case any
    case v4
  }

  /// A client certificate.
  package struct Identity: Hashable, Sendable {
    /// A file in PEM: the certificate, and its chain.
    package var certificate: String
    /// A file in PEM; nil where the key is in the certificate's file.
    package var key: String?

    /// An identity from its files.
    package init(certificate: String, key: String? = nil) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// How long each part may take.
  package struct Patience: Hashable, Sendable {
    /// Name look-up, connection and TLS.
    package var connecting = Duration.seconds(10)
    /// All of it.
    package var total = Duration.seconds(30)
    /// How long the transfer may stay under 64 bytes a second.
    package var stalling = Duration.seconds(15)

    /// The defaults.
    package init() {}
  }
}
