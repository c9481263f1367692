internal import CCurl
internal import Glibc

/// One easy handle with what its callbacks learn. Pooled; lives on the loop's thread.
///
/// A class, because libcurl keeps its address.
final class Transfer {
  let handle: EasyHandle
  let names: FieldNames
  let isAllowed: @Sendable (Endpoint) -> Bool
  let headLimit: Int
  let bodyLimit: Int
  let isProxied: Bool
  let table: SocketTable
  private let commonFields: [String]
  private let fields: StringList
  private let uncompressedFields: StringList
  private let detours: StringList
  private var ownFields = StringList([])
  private let errorText: UnsafeMutablePointer<CChar>

  /// The caller's number of the request under way.
  var id = 0
  /// The place among the loop's running transfers.
  var slot = 0
  private(set) var request = Request(url: "")
  var head = HeadReader()
  var bodyBytes = 0
  var stop: Stop?
  var hasBegunBody = false
  var hasOpenedSocket = false
  var isReady = false
  var peer: Endpoint?
  var refused: [Endpoint] = []
  var socketError: Int32 = 0
  /// The sockets that were opened for the request.
  var opened: [Int32] = []
  var connection: SocketTable.Connection?
  /// What had come over the connection when it was first looked at.
  var receivedBefore: UInt64?

  /// Why a callback ended the transfer.
  enum Stop {
    case noBodyWanted, sinkIsFull, bodyTooLong, headTooLarge, upgrade, refusedAddress, noPeer, flood
  }

  init?(_ configuration: Configuration, _ table: SocketTable = SocketTable()) {
    guard let handle = EasyHandle() else { return nil }
    self.handle = handle
    names = FieldNames(Array(Set(configuration.keptFields + Configuration.framingFields)).sorted())
    isAllowed = configuration.isAllowed
    headLimit = configuration.headLimit
    bodyLimit = configuration.bodyLimit
    isProxied = configuration.proxy != nil
    self.table = table
    commonFields = configuration.fields
    fields = StringList(configuration.fields)
    uncompressedFields = StringList(configuration.fields + ["Accept-Encoding: identity"])
    detours = StringList(configuration.detours)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setFixedOptions(configuration)
  }

  deinit {
    // The handle is freed after this body, so the buffer must be taken from it first.
    ccurl_set_pointer(handle.pointer, CURLOPT_ERRORBUFFER, nil)
    errorText.deallocate()
  }

  /// libcurl's words about the last failure.
  var detail: String { String(cString: errorText) }

  /// Sets what one request differs in from another; every such option is set each time, so that
  /// the handle needs no reset.
  func prepare(_ request: Request, id: Int) {
    self.request = request
    self.id = id
    head.reset()
    bodyBytes = 0
    stop = nil
    hasBegunBody = false
    hasOpenedSocket = false
    isReady = false
    peer = nil
    refused.removeAll(keepingCapacity: true)
    socketError = 0
    opened.removeAll(keepingCapacity: true)
    connection = nil
    receivedBefore = nil
    errorText[0] = 0
    handle.set(CURLOPT_URL, request.url)
    switch request.method {
    case .head: handle.set(CURLOPT_NOBODY, true)
    case .get: handle.set(CURLOPT_HTTPGET, true)
    }
    switch request.version {
    case .http2OverTLS: handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    case .http11: handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    }
    handle.set(
      CURLOPT_IPRESOLVE, Int(request.family == .v4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_WHATEVER))
    handle.set(CURLOPT_FRESH_CONNECT, request.isOnFreshConnection)
    handle.set(CURLOPT_COOKIE, request.cookie)
    handle.set(CURLOPT_SSL_VERIFYPEER, !request.isUnverified)
    handle.set(CURLOPT_SSL_VERIFYHOST, request.isUnverified ? 0 : 2)
    handle.set(CURLOPT_SSLCERT, request.identity?.certificate)
    handle.set(CURLOPT_SSLKEY, request.identity?.key)
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, request.patience.connecting)
    handle.set(CURLOPT_TIMEOUT_MS, request.patience.total)
    handle.set(CURLOPT_LOW_SPEED_TIME, (request.patience.stalling.milliseconds + 999) / 1_000)
    handle.set(CURLOPT_ACCEPT_ENCODING, request.isUncompressed ? nil : "gzip, deflate")
    if request.fields.isEmpty {
      let list = request.isUncompressed ? uncompressedFields.pointer : fields.pointer
      ccurl_set_list(handle.pointer, CURLOPT_HTTPHEADER, list)
    } else {
      ownFields = StringList(
        FieldNames.joined(commonFields, request.fields)
          + (request.isUncompressed ? ["Accept-Encoding: identity"] : []))
      ccurl_set_list(handle.pointer, CURLOPT_HTTPHEADER, ownFields.pointer)
    }
  }

  /// Whether more has come over the connection, since it was first looked at, than the given bytes:
  /// frames, extensions and the like reach no callback, however many.
  func isFlooded(over limit: UInt64) -> Bool {
    guard let connection, let received = table.received(over: connection) else { return false }
    guard let before = receivedBefore else {
      receivedBefore = received
      return false
    }
    return received > before + limit
  }

  /// Lets go of the request, and of its reader.
  func forgetRequest() { request = Request(url: "") }

  private func setFixedOptions(_ configuration: Configuration) {
    let own = Unmanaged.passUnretained(self).toOpaque()
    let pointer = handle.pointer
    ccurl_set_pointer(pointer, CURLOPT_PRIVATE, own)
    ccurl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    ccurl_set_pointer(pointer, CURLOPT_WRITEDATA, own)
    ccurl_set_data_callback(pointer, CURLOPT_WRITEFUNCTION, Callbacks.write)
    ccurl_set_pointer(pointer, CURLOPT_HEADERDATA, own)
    ccurl_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, Callbacks.header)
    ccurl_set_pointer(pointer, CURLOPT_OPENSOCKETDATA, own)
    ccurl_set_socket_callback(pointer, Callbacks.openSocket)
    ccurl_set_pointer(pointer, CURLOPT_PREREQDATA, own)
    ccurl_set_ready_callback(pointer, Callbacks.ready)
    handle.set(CURLOPT_NOSIGNAL, true)
    handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
    handle.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    handle.set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
    handle.set(CURLOPT_FOLLOWLOCATION, false)
    handle.set(CURLOPT_MAXREDIRS, 0)
    // The environment's proxy would be asked instead of the target, and hide its address; its
    // exceptions would lead past a proxy that was asked for.
    handle.set(CURLOPT_PROXY, configuration.proxy ?? "")
    handle.set(CURLOPT_NOPROXY, "")
    handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
    handle.set(CURLOPT_PROXY_CAPATH, nil as String?)
    handle.set(CURLOPT_PROXY_CAINFO, configuration.authoritiesFile)
    ccurl_set_list(pointer, CURLOPT_CONNECT_TO, detours.pointer)
    handle.set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
    handle.set(CURLOPT_HTTPAUTH, 0)
    handle.set(CURLOPT_UNRESTRICTED_AUTH, false)
    handle.set(CURLOPT_AUTOREFERER, false)
    handle.set(CURLOPT_HTTP09_ALLOWED, false)
    handle.set(CURLOPT_PATH_AS_IS, true)
    handle.set(CURLOPT_USERAGENT, configuration.userAgent)
    handle.set(CURLOPT_LOW_SPEED_LIMIT, 64)
    handle.set(CURLOPT_BUFFERSIZE, 16_384)
    // OpenSSL would ask for the password of a locked key on the terminal, and wait.
    handle.set(CURLOPT_KEYPASSWD, "")
    handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    // With a CAPATH libcurl 7.88 reads the whole bundle for every connection: 25 ms of CPU each.
    handle.set(CURLOPT_CAPATH, nil as String?)
    handle.set(CURLOPT_CAINFO, configuration.authoritiesFile)
    handle.set(CURLOPT_DNS_CACHE_TIMEOUT, 300)
    handle.set(CURLOPT_QUICK_EXIT, true)
    handle.set(CURLOPT_MAXAGE_CONN, 30)
    handle.set(CURLOPT_MAXLIFETIME_CONN, 300)
    // Not to wait for a connection that may turn out to be HTTP/2: where that one is reset, some of
    // those that wait never end, whatever their time limit (libcurl 7.88).
    handle.set(CURLOPT_PIPEWAIT, false)
  }
}
