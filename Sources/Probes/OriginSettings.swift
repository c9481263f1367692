internal import Standards

/// What is sent to one origin: secrets, which no report may show.
package struct OriginSettings: Hashable, Sendable {
  /// Fields, as `Name: value`.
  package private(set) var fields: [String] = []
  /// The values of those fields, and what in them is secret too.
  private(set) var secrets: [[UInt8]] = []
  /// The file of a client certificate, in PEM.
  package var certificate: String?
  /// The file of its key; nil where the certificate's file has it.
  package var key: String?

  package init() {}

  /// The names of the fields, which are no secret.
  package var names: [String] {
    fields.map { String(Substring($0.utf8.prefix { $0 != UInt8(ascii: ":") })) }
  }

  /// Adds a field.
  ///
  /// - Parameter secrets: what is hidden besides the value: a password that it holds encoded.
  /// - Returns: false for a name or value that no field can have (RFC 9110, section 5), or one that
  ///   is the program's own to set.
  package mutating func add(
    field name: String, _ value: String, hiding secrets: [String] = []
  ) -> Bool {
    let isToken = !name.isEmpty && name.utf8.allSatisfy(Self.isTokenByte)
    let isValue =
      value.utf8.contains { $0 > 0x20 }
      && value.utf8.allSatisfy { $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }
    guard isToken, isValue, !Self.ownNames.contains(name.lowercased()) else { return false }
    fields.append("\(name): \(value)")
    self.secrets += ([value] + secrets).map { Array($0.utf8) }
    return true
  }

  /// Adds the field of basic authentication for `user:password`. RFC 7617.
  package mutating func addBasicAuthentication(_ userAndPassword: String) -> Bool {
    guard let colon = userAndPassword.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let encoded = Base64.text(of: Array(userAndPassword.utf8))
    let password = userAndPassword[userAndPassword.utf8.index(after: colon)...]
    return add(
      field: "Authorization", "Basic \(encoded)", hiding: [encoded, String(password)])
  }

  /// The origin that a text names, `https://a.example:8443`; nil where it is more or less than that.
  package static func origin(_ text: String) -> String? {
    guard let url = try? WebURL(text), url.isWeb, !url.hasCredentials, url.path == "/",
      url.query == nil, url.fragment == nil
    else { return nil }
    return url.origin
  }

  /// What frames a request, says who we are or what we can read.
  private static let ownNames: Set<String> = [
    "accept-encoding", "connection", "content-length", "expect", "host", "if-modified-since",
    "if-none-match", "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
  ]

  /// RFC 9110, section 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}

/// RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count
            ? alphabet[bits >> (18 - 6 * place) & 0x3F] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
