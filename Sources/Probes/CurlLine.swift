package import Model

/// Writes the `curl` command that repeats a request.
package enum CurlLine {
  /// The command for a POSIX shell: `curl -sS --max-time 30 -I 'https://a.example/'`.
  package static func text(for exchange: Exchange) -> String {
    // Of a GET only the head is shown.
    let method = exchange.method == "HEAD" ? "-I" : "-D - -o /dev/null"
    let version = exchange.httpVersion == "1.1" ? " --http1.1" : ""
    return "curl -sS --max-time 30\(version) \(method) \(quoted(exchange.url))"
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
