import Model

/// What one address at the hostile server must get.
struct HostileRow: Sendable, CustomStringConvertible {
  let address: HostileAddress
  let verdict: Verdict
  /// The cause, or several with `|` between them where the race of two packets decides.
  let cause: String
  /// How many requests it takes; the upper bound allows for connections that other rows poison.
  let attempts: ClosedRange<Int>

  init(
    _ path: String, _ verdict: Verdict, _ cause: String, _ attempts: ClosedRange<Int> = 1...3,
    scheme: String = "http", offset: Int = 0, fragments: [String] = []
  ) {
    address = HostileAddress(scheme: scheme, offset: offset, path: path, fragments: fragments)
    self.verdict = verdict
    self.cause = cause
    self.attempts = attempts
  }

  var description: String { "\(address)" }

  /// Whether it keeps its client waiting for ever.
  var isEndless: Bool {
    cause.hasPrefix("timeout") || ["/slow-drip", "/head-hang"].contains(address.path)
  }

  /// Rows whose answers may leave something on the connection for the next one.
  static var untidy: [HostileRow] { plain.filter { !$0.isEndless } }
  /// Rows that wait for nothing and leave nothing.
  static var tidy: [HostileRow] {
    (redirects + statuses + bodies + ports).filter { !$0.isEndless }
  }

  static let all = plain + redirects + statuses + bodies + ports

  /// Heads and connections that are not as they should be.
  static let plain: [HostileRow] = [
    HostileRow("/ok", .alive, "ok", 1...3),
    HostileRow("/100-then-200", .alive, "ok"),
    HostileRow("/101-upgrade", .doubtful, "protocol-error"),
    HostileRow("/103-flood", .doubtful, "headers-too-large"),
    HostileRow("/1xx-flood", .doubtful, "headers-too-large"),
    HostileRow("/header-flood", .doubtful, "headers-too-large"),
    HostileRow("/huge-headers", .doubtful, "headers-too-large"),
    HostileRow("/long-header-line", .doubtful, "headers-too-large"),
    HostileRow("/endless-header-line", .doubtful, "headers-too-large"),
    HostileRow("/many-headers", .alive, "ok"),
    HostileRow("/many-cookies", .alive, "ok"),
    HostileRow("/null-in-header", .doubtful, "protocol-error"),
    HostileRow("/header-no-colon", .doubtful, "protocol-error"),
    HostileRow("/negative-cl", .doubtful, "protocol-error"),
    HostileRow("/obs-fold", .alive, "ok"),
    HostileRow("/bare-lf", .alive, "ok"),
    HostileRow("/bad-status", .doubtful, "protocol-error"),
    HostileRow("/http09", .doubtful, "protocol-error"),
    HostileRow("/http10", .alive, "ok"),
    HostileRow("/http3-version", .doubtful, "protocol-error"),
    HostileRow("/garbage", .doubtful, "protocol-error"),
    HostileRow("/close-immediately", .doubtful, "empty-reply", 3...3),
    HostileRow("/rst", .doubtful, "connection-reset", 3...3),
    HostileRow("/close-mid-headers", .doubtful, "body-cut", 3...3),
    HostileRow("/slow-headers", .doubtful, "timeout-first-byte", 2...2),
    HostileRow("/hang-before-headers", .doubtful, "timeout-first-byte", 2...2),
    HostileRow("/head-body", .alive, "ok", 1...4),
    HostileRow("/204-with-body", .alive, "ok", 1...4),
    HostileRow("/wrong-content-length-short", .alive, "ok", 1...4),
    HostileRow("/keepalive-rst", .alive, "ok"),
    HostileRow("/keepalive-poison", .alive, "ok"),
    HostileRow("/alt-svc", .alive, "ok"),
    HostileRow("/refresh-header", .alive, "ok"),
  ]

  static let redirects: [HostileRow] = [
    HostileRow("/redirect/3", .alive, "ok", 4...6),
    HostileRow("/redirect/3?s=301", .moved, "moved", 4...6),
    HostileRow("/redirect/3?s=308", .moved, "moved", 4...6),
    HostileRow("/redirect/3?s=307", .alive, "ok", 4...6),
    HostileRow("/redirect/12", .doubtful, "too-many-redirects", 11...13),
    HostileRow("/redirect-growing", .doubtful, "too-many-redirects", 11...13),
    HostileRow("/redirect-loop", .dead, "redirect-loop", 2...11),
    HostileRow("/redirect-self", .dead, "redirect-loop", 1...11),
    HostileRow("/cookie-needed", .alive, "ok", 3...7),
    HostileRow("/redirect-relative", .alive, "ok"),
    HostileRow("/redirect-scheme-relative", .alive, "ok"),
    HostileRow("/redirect-utf8", .alive, "ok"),
    HostileRow("/redirect-ctl", .alive, "ok"),
    HostileRow("/redirect-two-locations", .alive, "ok"),
    HostileRow("/redirect-infinite-body", .alive, "ok"),
    HostileRow("/redirect-300", .doubtful, "redirect-to-nowhere", 1...1),
    HostileRow("/redirect-no-location", .doubtful, "redirect-to-nowhere"),
    HostileRow("/redirect-empty-location", .doubtful, "redirect-to-nowhere"),
    HostileRow("/redirect-bad-location", .dead, "bad-redirect"),
    HostileRow("/redirect-huge-location", .doubtful, "headers-too-large"),
    HostileRow("/redirect-userinfo", .unchecked, "credentials", 1...1),
    HostileRow("/redirect-confused-authority", .unchecked, "credentials", 1...1),
    HostileRow("/redirect-to-private", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-to-private-decimal", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-to-private-mapped", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-to-private-name", .unchecked, "port", 1...1),
    HostileRow("/redirect-to-metadata", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-backslash", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-cross-origin", .unchecked, "private-address", 1...1),
    HostileRow("/redirect-scheme/file", .unchecked, "scheme", 1...1),
    HostileRow("/redirect-scheme/gopher", .unchecked, "scheme", 1...1),
    HostileRow("/redirect-scheme/javascript", .unchecked, "scheme", 1...1),
  ]

  static let statuses: [HostileRow] = [
    HostileRow("/status/404", .dead, "not-found", 3...3),
    HostileRow("/status/410", .dead, "gone", 3...3),
    HostileRow("/404-once-then-200?k=a", .alive, "ok", 2...4),
    HostileRow("/head-404", .alive, "ok", 2...4),
    HostileRow("/head-405", .alive, "ok", 2...4),
    HostileRow("/head-hang", .alive, "ok", 2...4),
    HostileRow("/status/418", .doubtful, "client-error", 2...2),
    HostileRow("/status/500", .doubtful, "server-error", 3...4),
    HostileRow("/401-basic", .doubtful, "login-needed", 2...2),
    HostileRow("/401-negotiate", .doubtful, "login-needed", 2...2),
    HostileRow("/407", .doubtful, "login-needed", 2...2),
    HostileRow("/403", .doubtful, "forbidden", 2...2),
    HostileRow("/403-cf", .doubtful, "bot-wall", 2...2),
    HostileRow("/503-cf", .doubtful, "bot-wall", 2...2),
    HostileRow("/403-datadome", .doubtful, "bot-wall", 2...2),
    HostileRow("/403-akamai", .doubtful, "bot-wall", 2...2),
    HostileRow("/403-incapsula", .doubtful, "bot-wall", 2...2),
    HostileRow("/999", .doubtful, "bot-wall", 1...1),
    HostileRow("/429", .doubtful, "rate-limited", 3...3),
    HostileRow("/429-retry-after-huge?k=a", .doubtful, "rate-limited", 1...1),
    HostileRow("/429-retry-after-garbage?k=a", .doubtful, "rate-limited", 3...3),
    HostileRow("/503-twice-then-200?k=a", .alive, "ok", 3...5),
    HostileRow("/rst-once-then-200?k=a", .alive, "ok", 2...4),
    HostileRow("/304", .doubtful, "redirect-to-nowhere"),
  ]

  /// Bodies, all of them asked for by a link with a fragment.
  static let bodies: [HostileRow] = [
    HostileRow("/infinite", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/infinite-chunked", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/gzip-bomb?mb=20", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/deflate-bomb?mb=20", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/zstd-bomb?mb=64", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/gzip-nested?n=10", .doubtful, "encoding", fragments: ["nowhere"]),
    HostileRow("/br-bomb", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/gzip-garbage", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/gzip-truncated", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/encoding-unknown", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/close-mid-body", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/close-mid-chunk", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/rst-mid-body", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/bad-chunk", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/trailer-flood", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/206", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/slow-drip", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/no-content-length", .doubtful, "fragment-undecidable", fragments: ["nowhere"]),
    HostileRow("/ok?fragment", .alive, "ok", 1...5, fragments: ["b"]),
    HostileRow("/ok?missing", .dead, "fragment-missing", 1...3, fragments: ["nowhere"]),
    HostileRow("/redirect-fragment", .alive, "ok", 2...6, fragments: ["nowhere"]),
    HostileRow("/utf16", .alive, "ok", 1...5, fragments: ["caf%C3%A9"]),
    HostileRow("/nul-html", .alive, "ok", 1...5, fragments: ["a"]),
    HostileRow("/comment-unclosed", .dead, "fragment-missing", 1...3, fragments: ["hidden"]),
    HostileRow("/get-404-head-200", .dead, "not-found", fragments: ["nowhere"]),
    HostileRow("/pdf", .alive, "ok", 1...3, fragments: ["page=3"]),
    HostileRow("/hang-after-headers", .alive, "ok", 1...3, fragments: ["top"]),
  ]

  static let ports: [HostileRow] = [
    HostileRow("/ok", .doubtful, "timeout-connect", 2...2, offset: 2),
    HostileRow("/ok", .doubtful, "connection-refused", 3...3, offset: 3),
    HostileRow("/ok", .doubtful, "timeout-first-byte", 2...2, offset: 4),
    HostileRow("/ok", .doubtful, "protocol-error", offset: 5),
    HostileRow("/ok", .doubtful, "connection-reset", 3...3, offset: 6),
    HostileRow("/ok", .alive, "ok", 1...3, scheme: "https", offset: 10),
    HostileRow("/ok", .dead, "certificate-expired", 1...1, scheme: "https", offset: 11),
    HostileRow("/ok", .dead, "certificate-not-yet-valid", 1...1, scheme: "https", offset: 12),
    HostileRow("/ok", .dead, "certificate-self-signed", 1...1, scheme: "https", offset: 13),
    HostileRow("/ok", .dead, "certificate-wrong-host", 1...1, scheme: "https", offset: 14),
    HostileRow("/ok", .doubtful, "certificate-untrusted", 1...1, scheme: "https", offset: 15),
    HostileRow("/ok", .doubtful, "certificate-untrusted", 1...1, scheme: "https", offset: 16),
    HostileRow("/ok", .doubtful, "tls|connection-reset", 2...3, scheme: "https", offset: 17),
    HostileRow("/ok", .doubtful, "timeout-tls", 2...2, scheme: "https", offset: 18),
    HostileRow("/ok", .doubtful, "connection-reset", 2...3, scheme: "https", offset: 19),
    HostileRow("/ok", .doubtful, "protocol-error", 2...3, scheme: "https", offset: 30),
    HostileRow("/ok", .alive, "ok", 1...5, scheme: "https", offset: 37),
  ]

  /// Ways to spell the canary's address; none may be asked.
  static let refused: [HostileAddress] = [
    "127.0.0.1", "127.0.0.2", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0", "0.0.0.0",
    "127.0.0.1.", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1]", "[::]", "[64:ff9b::7f00:1]",
    "localhost", "LOCALHOST", "localhost.", "127\u{3002}0\u{3002}0\u{3002}1",
    "\u{2460}\u{2461}\u{2466}.0.0.1", "%31%32%37.0.0.1", "127%2e0%2e0%2e1", "%6c%6f%63alhost",
    "good.example@127.0.0.1", "[fe80::1%25eth0]", "0x7f000001",
    "017700000001", "127.0.0.1\t", "256.1.1.1",
  ].map { HostileAddress(host: $0, offset: 1, path: "/canary") }
}
