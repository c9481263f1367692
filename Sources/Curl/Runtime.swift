internal import CCurl
internal import Glibc

/// What must hold in the whole process before libcurl is used.
package enum Runtime {
  /// Prepares the process; the first call does it, later ones cost nothing.
  package static func prepare() { _ = prepared }

  /// Raises the soft limit of open files as far as it goes.
  /// - Returns: the files that may be open at a time.
  package static func raiseOpenFileLimit() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
    // More is of no use to anyone and makes some libraries walk over all possible descriptors.
    let wanted = min(limit.rlim_max, 65_536)
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = wanted
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return Int(min(limit.rlim_cur, 65_536))
  }

  /// libcurl's version and its TLS library's.
  package static var versions: (curl: String, tls: String) {
    let version = ccurl_version()
    return (
      version.pointee.version.map { String(cString: $0) } ?? "",
      version.pointee.ssl_version.map { String(cString: $0) } ?? ""
    )
  }

  private static let prepared: Bool = {
    // A peer that hangs up must not end the process; CURLOPT_NOSIGNAL leaves SIGPIPE alone.
    signal(SIGPIPE, SIG_IGN)
    // A file of session keys, another TLS library or a file of passwords is nobody's to choose
    // through the environment.
    for name in ["SSLKEYLOGFILE", "CURL_SSL_BACKEND", "NETRC"] { unsetenv(name) }
    // A name server that does not answer holds a resolver thread for 4 s instead of 10 s.
    setenv("RES_OPTIONS", "timeout:2 attempts:2", 0)
    return curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
  }()
}
