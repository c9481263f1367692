internal import CCurl
internal import Glibc

extension Transfer {
  /// What came of the transfer that ended with the given code.
  func reply(_ code: CURLcode) -> Reply {
    var reply = Reply()
    reply.status = head.isComplete ? head.status : nil
    reply.fields = head.fields
    reply.headerBytes = head.bytes
    reply.bodyBytes = bodyBytes
    reply.peer = peer
    reply.refused = refused
    reply.isOnKeptConnection = isReady && !hasOpenedSocket
    reply.version = version
    reply.timings.nameLookup = handle.time(CURLINFO_NAMELOOKUP_TIME_T)
    reply.timings.connect = handle.time(CURLINFO_CONNECT_TIME_T)
    reply.timings.tls = handle.time(CURLINFO_APPCONNECT_TIME_T)
    reply.timings.firstByte = handle.time(CURLINFO_STARTTRANSFER_TIME_T)
    reply.timings.total = handle.time(CURLINFO_TOTAL_TIME_T)
    reply.failure = failure(code)
    reply.body = bodyEnd(reply.failure)
    if stop == .upgrade {
      reply.detail = "Switched to another protocol unasked"
    } else if code != CURLE_OK {
      reply.detail = detail
    }
    return reply
  }

  private var version: Int {
    switch Int32(handle.long(CURLINFO_HTTP_VERSION)) {
    case Int32(CURL_HTTP_VERSION_1_0): 10
    case Int32(CURL_HTTP_VERSION_1_1): 11
    case Int32(CURL_HTTP_VERSION_2_0): 20
    default: 0
    }
  }

  private func bodyEnd(_ failure: TransferFailure?) -> Reply.BodyEnd {
    guard head.isComplete, request.method == .get, request.sink != nil else { return .none }
    if failure != nil { return .broken }
    return switch stop {
    case .bodyTooLong: .cut
    case .sinkIsFull: .stopped
    case .noBodyWanted, .headTooLarge, .upgrade, .refusedAddress, .noPeer, .flood: .none
    case nil: .complete(isCertain: isCompletenessCertain)
    }
  }

  /// Whether an answer that was cut would have looked different.
  ///
  /// libcurl 7.88 takes half a gzip stream, or a body that ends with the connection, for whole.
  private var isCompletenessCertain: Bool {
    guard head.status == 200 else { return false }
    let codings = head.fields.values("content-encoding")
    guard codings.allSatisfy({ $0.isEmpty || $0.elementsEqual("identity".utf8) }) else {
      return false
    }
    if version == 20 { return true }
    if !head.fields.values("transfer-encoding").isEmpty { return true }
    let lengths = Set(head.fields.values("content-length"))
    guard lengths.count == 1, let length = lengths.first, !length.isEmpty else { return false }
    return length.count < 18 && length.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func failure(_ code: CURLcode) -> TransferFailure? {
    switch stop {
    case .headTooLarge: return .headTooLarge
    case .upgrade: return .notHTTP
    case .refusedAddress: return .refusedAddress
    case .noPeer: return .reset
    // Others may share an HTTP/2 connection: the request is owed one of its own.
    case .flood: return mayShareConnection ? .http2 : .flood
    case .noBodyWanted, .sinkIsFull, .bodyTooLong: return nil
    case nil: break
    }
    // libcurl calls a refused address 7, or 28 when a name has many of them.
    if code != CURLE_OK, !refused.isEmpty, !hasOpenedSocket, !isReady { return .refusedAddress }
    if socketError == EMFILE || socketError == ENFILE, !isReady { return .outOfSockets }
    if isProxied, !isReady, isFaultOfProxy(code) { return .proxy }
    switch code {
    case CURLE_OK: return head.isComplete ? nil : .closedEarly
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .badURL
    case CURLE_COULDNT_RESOLVE_HOST: return .name(.tryAgain)
    case CURLE_COULDNT_CONNECT: return connectionFailure
    case CURLE_OPERATION_TIMEDOUT: return .timeout(phase)
    case CURLE_PEER_FAILED_VERIFICATION: return .certificate(certificateFault)
    case CURLE_SSL_CONNECT_ERROR: return isReset ? .reset : .tls
    case CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_USE_SSL_FAILED: return .tls
    case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .http2
    case CURLE_PARTIAL_FILE: return .closedEarly
    case CURLE_GOT_NOTHING: return .emptyReply
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR: return connectionEnd
    // "Out of memory" is what libcurl 7.88 says of a line over 100 kB.
    case CURLE_OUT_OF_MEMORY: return .headTooLarge
    case CURLE_BAD_CONTENT_ENCODING: return .contentCoding
    case CURLE_ABORTED_BY_CALLBACK: return .abandoned
    default: return .other(code: Int(code.rawValue))
    }
  }

  private var mayShareConnection: Bool {
    request.version == .http2OverTLS && request.url.utf8.starts(with: "https:".utf8)
  }

  /// Whether the way ended at the proxy. libcurl 7.88 calls a refused CONNECT a receive error.
  private func isFaultOfProxy(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_PROXY: true
    case CURLE_RECV_ERROR: detail.contains("CONNECT")
    default: false
    }
  }

  private var systemError: Int32 { Int32(truncatingIfNeeded: handle.long(CURLINFO_OS_ERRNO)) }

  private var isReset: Bool {
    let text = detail
    return systemError == ECONNRESET || text.contains("reset by peer")
      // What a socket says when it is written to after the reset.
      || text.contains("Broken pipe")
      || text.contains("SSL_ERROR_SYSCALL")
  }

  private var connectionFailure: TransferFailure {
    switch systemError {
    case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL: .unreachable
    case ETIMEDOUT: .timeout(.connect)
    case ECONNRESET: .reset
    default: .connectionRefused
    }
  }

  private var connectionEnd: TransferFailure {
    if isReset { return .reset }
    if handle.long(CURLINFO_HTTP_VERSION) == Int(CURL_HTTP_VERSION_2_0) { return .http2 }
    return detail.contains("response headers") ? .headTooLarge : .notHTTP
  }

  private var phase: TransferFailure.Phase {
    if head.isComplete { return .body }
    if isReady { return .firstByte }
    if !hasOpenedSocket { return .nameLookup }
    // libcurl 7.88 sets its time of connection only after TLS, but the socket's own port before.
    return handle.long(CURLINFO_LOCAL_PORT) == 0 ? .connect : .tls
  }

  /// OpenSSL's verification result; 1 is what libcurl leaves when the name does not match.
  private var certificateFault: TransferFailure.CertificateFault {
    switch handle.long(CURLINFO_SSL_VERIFYRESULT) {
    case 9: .notYetValid
    case 10: .expired
    case 18: .selfSigned
    // 19 is a root that we do not know: not the site's fault for certain.
    case 2, 19, 20, 21, 27: .noIssuer
    case 0, 1, 62, 64: .hostMismatch
    case let code: .other(code: code)
    }
  }
}
