/// Why no answer came, or none that could be read.
package enum FailureCause: Hashable, Sendable {
  /// The name does not exist (EAI_NONAME), asked twice.
  case noSuchName
  /// The resolver could not say.
  case nameLookup
  case connectionRefused
  case connectionReset
  case emptyReply
  case timeout(TimeoutPhase)
  case certificateExpired
  case certificateNotYetValid
  case certificateSelfSigned
  case certificateWrongHost
  /// No trusted issuer: an unknown root, or an intermediate that the server does not send.
  case certificateUntrusted
  case tls
  case http2
  /// No HTTP that can be read: a phrase.
  case protocolError(String)
  case headersTooLarge
  case bodyCut
  case encoding
  case redirectLoop
  case tooManyRedirects
  /// A redirect without a usable Location: a phrase.
  case badRedirect(String)
  /// The host failed so often that it was not asked again.
  case hostDown
  case other(String)

  /// A stable name for reports: `connection-refused`.
  package var code: String {
    switch self {
    case .noSuchName: "no-such-name"
    case .nameLookup: "name-lookup"
    case .connectionRefused: "connection-refused"
    case .connectionReset: "connection-reset"
    case .emptyReply: "empty-reply"
    case .timeout(let phase): "timeout-\(phase.rawValue)"
    case .certificateExpired: "certificate-expired"
    case .certificateNotYetValid: "certificate-not-yet-valid"
    case .certificateSelfSigned: "certificate-self-signed"
    case .certificateWrongHost: "certificate-wrong-host"
    case .certificateUntrusted: "certificate-untrusted"
    case .tls: "tls"
    case .http2: "http2"
    case .protocolError: "protocol-error"
    case .headersTooLarge: "headers-too-large"
    case .bodyCut: "body-cut"
    case .encoding: "encoding"
    case .redirectLoop: "redirect-loop"
    case .tooManyRedirects: "too-many-redirects"
    case .badRedirect: "bad-redirect"
    case .hostDown: "host-down"
    case .other: "other"
    }
  }

  /// One of each code, with empty phrases.
  package static let all: [FailureCause] =
    [
      .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply,
      .certificateExpired, .certificateNotYetValid, .certificateSelfSigned, .certificateWrongHost,
      .certificateUntrusted, .tls, .http2, .protocolError(""), .headersTooLarge, .bodyCut,
      .encoding, .redirectLoop, .tooManyRedirects, .badRedirect(""), .hostDown, .other(""),
    ] + TimeoutPhase.allCases.map { .timeout($0) }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The cause of a code; none for a code that is not ours.
  ///
  /// - Parameter phrase: of the causes that have one.
  package init?(code: String, phrase: String = "") {
    guard let cause = Self.byCode[code] else { return nil }
    self =
      switch cause {
      case .protocolError: .protocolError(phrase)
      case .badRedirect: .badRedirect(phrase)
      case .other: .other(phrase)
      case .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply, .timeout,
        .certificateExpired, .certificateNotYetValid, .certificateSelfSigned,
        .certificateWrongHost, .certificateUntrusted, .tls, .http2, .headersTooLarge, .bodyCut,
        .encoding, .redirectLoop, .tooManyRedirects, .hostDown:
        cause
      }
  }
}

/// Where the time ran out.
package enum TimeoutPhase: String, CaseIterable, Hashable, Sendable {
  case nameLookup = "name-lookup"
  case connect
  case tls
  case firstByte = "first-byte"
  case body
}
