/// Hosts of addresses, as reports show them.
enum ShownHost {
  /// The authority of an address without its user information.
  static func text(of url: String) -> String {
    let bytes = Array(Redaction.url(url).utf8)
    let start = (bytes.firstIndex(of: UInt8(ascii: ":")) ?? -1) + 1
    let authority = bytes[start...].drop { $0 == UInt8(ascii: "/") }
      .prefix { !"/?#".utf8.contains($0) }
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] }
    return String(decoding: host ?? authority, as: UTF8.self)
  }
}
