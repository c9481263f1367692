package import Model

/// Writes the `curl` command that repeats a request, without its secrets.
package enum CurlLine {
  /// The command for a POSIX shell: `curl -sS --max-time 30 -I 'https://a.example/'`.
  package static func text(for exchange: Exchange) -> String {
    let url = Redaction.url(exchange.url)
    var words = ["curl"]
    // Braces and brackets would be patterns to curl.
    words.append(url.utf8.contains { "[]{}".utf8.contains($0) } ? "-sSg" : "-sS")
    words.append("--max-time 30")
    if exchange.httpVersion == "1.1" { words.append("--http1.1") }
    if let settings = exchange.settings {
      if settings.isUnverified { words.append("-k") }
      if let proxy = settings.proxy { words.append("--proxy \(quoted(Redaction.url(proxy)))") }
      if settings.hasCertificate { words.append("--cert \(Redaction.mask)") }
      words += settings.fields.map { "-H \(quoted("\($0): \(Redaction.mask)"))" }
    }
    // Of a GET only the head is shown.
    words.append(exchange.method == "HEAD" ? "-I" : "-D - -o /dev/null")
    words.append(quoted(url))
    return words.joined(separator: " ")
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
