/// What the hostile server does by class, and what of it proves a link dead.
enum Hostility {
  /// Answers that could fill the memory of whoever reads them, by what they are made of.
  struct Kind: Sendable, CustomStringConvertible {
    let description: String
    var paths: [String] = []
    /// Offsets of ports that speak TLS.
    var ports: [Int] = []
  }

  static let classes = [
    Kind(
      description: "endless bodies",
      paths: ["/infinite", "/infinite-chunked", "/mixed-replace", "/chunk-tiny", "/big-declared"]),
    Kind(
      description: "floods of fields",
      paths: [
        "/header-flood", "/huge-headers?kb=20000", "/1xx-flood", "/103-flood", "/trailer-flood",
        "/endless-header-line", "/long-header-line?kb=20000", "/redirect-huge-location",
      ]),
    Kind(
      description: "bombs",
      paths: [
        "/gzip-bomb?mb=500", "/deflate-bomb?mb=500", "/zstd-bomb?mb=1024", "/br-bomb",
        "/gzip-nested?n=10",
      ]),
    Kind(
      description: "deep pages", paths: ["/deep-html?n=1000000", "/deep-inline?n=500000"]),
    Kind(
      description: "huge attributes",
      paths: ["/many-attrs?n=100000", "/long-attr?mb=64", "/many-ids?n=1000000", "/entity-soup"]),
    Kind(description: "extensions of chunks", paths: ["/chunk-ext-flood"]),
    Kind(description: "floods of frames", ports: [32, 35, 36]),
    Kind(
      description: "redirects with bodies",
      paths: ["/redirect-infinite-body", "/redirect-growing", "/cookie-loop", "/many-cookies"]),
  ]

  /// Ways to write the address of an internal service, and what is no address for a request.
  static func addresses(port: Int) -> [String] {
    [
      "http://2130706433:\(port)/canary", "http://0x7f.1:\(port)/canary",
      "http://0177.0.0.1:\(port)/canary", "http://[::ffff:127.0.0.1]:\(port)/canary",
      "http://[64:ff9b::7f00:1]/", "http://0:\(port)/canary",
      "http://127。0。0。1:\(port)/canary", "http://localhost.:\(port)/canary",
      "http://good.example@127.0.0.1:\(port)/canary", "http://%31%32%37.0.0.1:\(port)/canary",
      "http://[fe80::1%25eth0]/", "http://169.254.169.254/latest/meta-data/",
      "file:///proc/self/environ", "gopher://127.0.0.1:\(port)/", "javascript:alert(1)",
      "data:text/html,hello", "mailto:desk@example.org", "http://192.0.2.1:22/",
      "http://192.0.2.1:65536/", "http://256.1.1.1/", "http://exa mple.com/", "http://",
    ]
  }

  /// Whether an address of the server, or one of ``addresses(port:)``, is dead for this cause.
  static func isProof(of cause: String, at target: String, base: Int) -> Bool {
    let origin = "http://127.0.0.1:\(base)"
    let isPlain = target.hasPrefix(origin)
    let path = String(target.dropFirst(origin.count).prefix { $0 != "?" })
    return switch cause {
    case "not-found": isPlain && missing.contains(path)
    case "redirect-loop": isPlain && loops.contains(path)
    case "bad-redirect": isPlain && path == "/redirect-bad-location"
    case "fragment-missing": isPlain && whole.contains(path) || target.hasSuffix(":\(base + 37)/ok")
    case "certificate-expired": target.hasSuffix(":\(base + 11)/ok")
    case "certificate-not-yet-valid": target.hasSuffix(":\(base + 12)/ok")
    case "certificate-self-signed": target.hasSuffix(":\(base + 13)/ok")
    // Of the last, only the common name fits: browsers do not look at it.
    case "certificate-wrong-host": [14, 24].contains { target.hasSuffix(":\(base + $0)/ok") }
    case "malformed": target.isEmpty
    default: false
    }
  }

  private static let missing: Set = ["/status/404", "/get-404-head-200", "/ansi-header"]

  private static let loops: Set = [
    "/redirect-loop", "/redirect-loop-b", "/redirect-self", "/cookie-loop",
  ]

  /// Pages that come whole, whatever is odd about their heads, and hold no place `nowhere`.
  private static let whole: Set = [
    "/", "/100-then-200", "/404-once-then-200", "/429-retry-after", "/429-retry-after-date",
    "/503-twice-then-200", "/alt-svc", "/bad-charset", "/bare-lf", "/base-evil", "/bidi-title",
    "/charset-conflict", "/comment-unclosed", "/cookie-needed", "/cookie-other-host", "/csv-title",
    "/deep-html", "/deep-inline", "/delay", "/dup-ids", "/flaky", "/head-404", "/head-405",
    "/head-body", "/head-hang", "/hsts", "/huge-cookie", "/invalid-utf8", "/keepalive-poison",
    "/keepalive-rst", "/long-title", "/many-cookies", "/many-headers", "/no-content-type",
    "/nul-html", "/obs-fold", "/ok", "/parked", "/rate-limited", "/redirect-infinite-body",
    "/redirect-to", "/redirect/3", "/robots-private/x", "/rst-once-then-200", "/soft-404",
    "/soft-404-home", "/status-short", "/te-and-cl", "/utf16", "/wrong-content-length-short",
    "/xml-bomb", "/xml-illegal-title", "/xss-title", "/xxe", "/ansi-title", "/workflow-title",
    "/redirect-relative", "/redirect-scheme-relative", "/redirect-utf8", "/redirect-ctl",
    "/redirect-two-locations", "/redirect-https-downgrade", "/download", "/entity-soup",
  ]
}
