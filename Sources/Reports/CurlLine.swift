package import Model

/// Writes the `curl` command that repeats a request, without its secrets.
package enum CurlLine {
  /// What all requests of a run have in common.
  package struct Client: Sendable {
    package let userAgent: String
    /// As `Name: value`.
    package let fields: [String]
    /// The file of trusted authorities; nil for curl's own.
    package let authorities: String?
    /// Where to connect instead, as `host:port:address:port`.
    package let detours: [String]

    package init(userAgent: String, fields: [String], authorities: String?, detours: [String]) {
      self.userAgent = userAgent
      self.fields = fields
      self.authorities = authorities
      self.detours = detours
    }
  }

  /// The command for a POSIX shell, as short as may be: `curl -sS --max-time 30 -I 'https://a.example/'`.
  package static func text(for exchange: Exchange) -> String {
    var words = ["--max-time 30"]
    if exchange.httpVersion == "1.1" { words.append("--http1.1") }
    return text(for: exchange, words + added(by: exchange.settings))
  }

  /// The command that sends what was sent, whatever curl's own settings and the environment are.
  package static func text(for attempt: Attempt, by client: Client) -> String {
    let (exchange, manner) = (attempt.exchange, attempt.manner)
    var words = [
      "--max-time \(seconds(manner.timeout))",
      "--connect-timeout \(seconds(manner.connectTimeout))",
      "--path-as-is",
    ]
    if manner.isHTTP11Only || exchange.httpVersion == "1.1" { words.append("--http1.1") }
    if manner.isIPv4Only { words.append("-4") }
    if exchange.settings?.proxy == nil { words.append("--noproxy '*'") }
    if let authorities = client.authorities { words.append("--cacert \(quoted(authorities))") }
    words += client.detours.map { "--connect-to \(quoted($0))" }
    words.append("-A \(quoted(client.userAgent))")
    // A field that is given for one origin stands in the place of the usual one.
    let given = exchange.settings?.fields.map { $0.lowercased() } ?? []
    words += client.fields.filter { field in
      !given.contains { field.lowercased().utf8.starts(with: "\($0):".utf8) }
    }.map { "-H \(quoted($0))" }
    words.append("-H 'Accept-Encoding: \(manner.isCompressed ? "gzip, deflate" : "identity")'")
    if manner.hasCookie { words.append("-b '\(Redaction.mask)'") }
    return text(for: exchange, words + added(by: exchange.settings), isAlone: true)
  }

  private static func text(
    for exchange: Exchange, _ words: [String], isAlone: Bool = false
  ) -> String {
    let url = Redaction.url(exchange.url)
    // Braces and brackets would be patterns to curl.
    let isGlob = url.utf8.contains { "[]{}".utf8.contains($0) }
    // -q comes first, or it does not count.
    var all = [isAlone ? "curl -q" : "curl", isGlob ? "-sSg" : "-sS"] + words
    // Of a GET only the head is shown.
    all.append(exchange.method == "HEAD" ? "-I" : "-D - -o /dev/null")
    all.append(quoted(url))
    return all.joined(separator: " ")
  }

  private static func added(by settings: Exchange.Settings?) -> [String] {
    guard let settings else { return [] }
    var words: [String] = []
    if settings.isUnverified { words.append("-k") }
    if let proxy = settings.proxy { words.append("--proxy \(quoted(Redaction.url(proxy)))") }
    if settings.hasCertificate { words.append("--cert \(Redaction.mask)") }
    return words + settings.fields.map { "-H \(quoted("\($0): \(Redaction.mask)"))" }
  }

  /// At most three decimals, as curl takes them: `30`, `0.5`.
  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    guard milliseconds % 1_000 != 0 else { return "\(milliseconds / 1_000)" }
    return Counted.decimal(thousandths: milliseconds)
  }

  /// A text as one word of a POSIX shell.
  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { bytes += Array("'\\'".utf8) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [UInt8(ascii: "'")], as: UTF8.self)
  }
}
