internal import Curl
internal import Model

/// What a failure is called, and how it is tried again.
struct FailureRow {
  let cause: FailureCause
  /// How many times a hop is asked in all.
  let attempts: Int
  /// Whether the host could not even be connected to.
  var isUnreachable = false

  /// The row of a failure; a refused address has none.
  init?(_ failure: TransferFailure, detail: String) {
    switch failure {
    case .refusedAddress: return nil
    case .name(.noSuchName): self.init(.noSuchName, 2)
    case .name(.tryAgain): self.init(.nameLookup, 3, isUnreachable: true)
    case .name(.noAddress): self.init(.other("the name exists, but has no address"), 1)
    case .proxy: self.init(.other("the proxy is not there, or does not lead to the host"), 2)
    case .connectionRefused: self.init(.connectionRefused, 3, isUnreachable: true)
    case .unreachable: self.init(.other("no way to the address"), 2, isUnreachable: true)
    case .timeout(let phase): self.init(phase)
    case .certificate(let fault): self.init(Self.cause(fault), 1)
    case .tls: self.init(.tls, 2)
    case .emptyReply: self.init(.emptyReply, 3)
    case .reset: self.init(.connectionReset, 3)
    case .closedEarly: self.init(.bodyCut, 3)
    case .http2: self.init(.http2, 3)
    // A HEAD that ends so may be the server's way of not knowing HEAD.
    case .notHTTP: self.init(.protocolError(Self.phrase(detail)), 2)
    case .headTooLarge: self.init(.headersTooLarge, 2)
    case .flood: self.init(.protocolError("bytes without end come with it, or in its place"), 1)
    case .contentCoding: self.init(.encoding, 1)
    case .badURL: self.init(.other("libcurl cannot request this address"), 1)
    case .outOfSockets: self.init(.other("this machine has no sockets left"), 3)
    case .abandoned: self.init(.other("the request was given up"), 1)
    case .other(let code): self.init(.other("libcurl error \(code)"), 2)
    }
  }

  private init(_ cause: FailureCause, _ attempts: Int, isUnreachable: Bool = false) {
    self.cause = cause
    self.attempts = attempts
    self.isUnreachable = isUnreachable
  }

  private init(_ phase: TransferFailure.Phase) {
    switch phase {
    case .nameLookup: self.init(.timeout(.nameLookup), 2, isUnreachable: true)
    case .connect: self.init(.timeout(.connect), 2, isUnreachable: true)
    case .tls: self.init(.timeout(.tls), 2, isUnreachable: true)
    case .firstByte: self.init(.timeout(.firstByte), 2)
    case .body: self.init(.timeout(.body), 2)
    }
  }

  private static func cause(_ fault: TransferFailure.CertificateFault) -> FailureCause {
    switch fault {
    case .expired: .certificateExpired
    case .notYetValid: .certificateNotYetValid
    case .selfSigned: .certificateSelfSigned
    case .noIssuer: .certificateUntrusted
    case .hostMismatch: .certificateWrongHost
    // A key or signature that this machine finds too weak, a revocation …: not proof of death.
    case .other: .tls
    }
  }

  private static func phrase(_ detail: String) -> String {
    detail.isEmpty ? "the answer is not HTTP" : detail
  }
}
