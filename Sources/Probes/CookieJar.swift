internal import Curl

/// The cookies of one probe, sent back to the host that set them, and kept for nothing else.
struct CookieJar {
  private var byHost: [String: [(name: String, value: String)]] = [:]
  // Servers take 4 KiB of cookies at least; more would only help a hostile one.
  private static let limit = 4_096

  /// Takes what an answer sets. RFC 6265, section 5.2, without attributes: the jar lives for seconds.
  mutating func take(_ fields: [HeaderField], from host: String) {
    for value in fields.values("set-cookie") {
      let pair = value.prefix { $0 != UInt8(ascii: ";") }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals > pair.startIndex,
        pair.count < Self.limit, pair.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { continue }
      let name = String(decoding: pair[..<equals], as: UTF8.self)
      byHost[host, default: []].removeAll { $0.name == name }
      byHost[host, default: []].append(
        (name, String(decoding: pair[(equals + 1)...], as: UTF8.self)))
    }
  }

  /// The `Cookie` field's value for a host.
  func cookie(for host: String) -> String? {
    guard let pairs = byHost[host], !pairs.isEmpty else { return nil }
    let text = pairs.map { $0.name + "=" + $0.value }.joined(separator: "; ")
    return text.utf8.count <= Self.limit ? text : nil
  }
}
