internal import Model

extension FailureCause {
  /// The phrase of causes that have one.
  var phrase: String? {
    switch self {
    case .protocolError(let phrase), .badRedirect(let phrase), .other(let phrase): phrase
    case .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply, .timeout,
      .certificateExpired, .certificateNotYetValid, .certificateSelfSigned, .certificateWrongHost,
      .certificateUntrusted, .tls, .http2, .headersTooLarge, .bodyCut, .encoding, .redirectLoop,
      .tooManyRedirects, .hostDown:
      nil
    }
  }

  /// The cause of a code and a phrase; none for a code that is not ours.
  init?(code: String, phrase: String?) {
    if let cause = Self.plain[code] {
      self = cause
      return
    }
    switch code {
    case "protocol-error": self = .protocolError(phrase ?? "")
    case "bad-redirect": self = .badRedirect(phrase ?? "")
    case "other": self = .other(phrase ?? "")
    default: return nil
    }
  }

  private static let plain: [String: FailureCause] = {
    let phases: [TimeoutPhase] = [.nameLookup, .connect, .tls, .firstByte, .body]
    let causes: [FailureCause] =
      [
        .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply,
        .certificateExpired, .certificateNotYetValid, .certificateSelfSigned,
        .certificateWrongHost, .certificateUntrusted, .tls, .http2, .headersTooLarge, .bodyCut,
        .encoding, .redirectLoop, .tooManyRedirects, .hostDown,
      ] + phases.map { .timeout($0) }
    return Dictionary(uniqueKeysWithValues: causes.map { ($0.code, $0) })
  }()
}
