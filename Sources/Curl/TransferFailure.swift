/// Why a transfer failed.
package enum TransferFailure: Hashable, Sendable {
  /// The name has no address.
  case name(NameAnswer)
  /// The guard refused every address.
  case refusedAddress
  /// The port is closed.
  case connectionRefused
  /// No way to the address.
  case unreachable
  /// The proxy cannot be reached, or does not lead there.
  case proxy
  /// Too slow.
  case timeout(Phase)
  /// The certificate does not hold.
  case certificate(CertificateFault)
  /// TLS could not be agreed on.
  case tls
  /// The connection closed without a byte.
  case emptyReply
  /// The connection was reset.
  case reset
  /// The connection closed in the middle of the answer.
  case closedEarly
  /// The answer is not HTTP.
  case notHTTP
  /// HTTP/2 failed.
  case http2
  /// The head is too long.
  case headTooLarge
  /// More came than an answer can need, and it was no answer.
  case flood
  /// The content coding is unknown or broken.
  case contentCoding
  /// The address cannot be requested.
  case badURL
  /// This machine ran out of sockets.
  case outOfSockets
  /// Given up from above.
  case abandoned
  /// Another of libcurl's codes.
  case other(code: Int)

  /// What a transfer was waiting for.
  package enum Phase: String, Hashable, Sendable {
    case nameLookup
    case connect
    case tls
    case firstByte
    case body
  }

  /// What the resolver says of a name that libcurl could not resolve.
  package enum NameAnswer: Hashable, Sendable {
    /// EAI_NONAME.
    case noSuchName
    /// EAI_AGAIN and all other failures of the resolver itself.
    case tryAgain
    /// EAI_NODATA: the name is there, without address.
    case noAddress
  }

  /// What is wrong with a certificate.
  package enum CertificateFault: Hashable, Sendable {
    case expired
    case notYetValid
    case selfSigned
    /// The chain does not end in an authority that this machine trusts.
    case noIssuer
    case hostMismatch
    /// Another of OpenSSL's verification results.
    case other(code: Int)
  }
}
