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
}
