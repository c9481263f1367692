/// Why a host name is not one of the public domain name system, or not one to publish.
package enum ReservedName: Hashable, Sendable {
  /// `localhost` and all below it. RFC 6761, section 6.3.
  case loopback
  /// `.local`, `.internal`, `.home.arpa`, `.lan` and the like: RFC 6762, section 3; RFC 8375; the
  /// names that RFC 6762, appendix G lists as used in private networks.
  case privateNetwork
  /// `.example` and `example.com`, `.net`, `.org`. RFC 2606.
  case documentation
  /// `.invalid`. RFC 6761, section 6.4.
  case neverResolves
  /// `.test`: for trials, and never found by mistake. RFC 6761, section 6.2.
  case trial
  /// `.onion`. RFC 7686.
  case onion
  /// A name without a dot, which only a search list completes.
  case singleLabel

  /// Judges a host name in ASCII and lower case; nil for a name of the public system.
  package init?(_ host: String) {
    // Every address of a record is asked about, so labels are compared where they stand.
    var host = host
    guard let name = host.withUTF8({ Self.name(of: $0) }) else { return nil }
    self = name
  }

  private static func name(of host: UnsafeBufferPointer<UInt8>) -> ReservedName? {
    var rest = host[...]
    guard let top = lastLabel(of: &rest) else { return nil }
    if let known = tops.first(where: { top.elementsEqual($0.label.utf8) }) { return known.name }
    guard let second = lastLabel(of: &rest) else { return .singleLabel }
    if second.elementsEqual("example".utf8) {
      return ["com", "net", "org"].contains { top.elementsEqual($0.utf8) } ? .documentation : nil
    }
    return second.elementsEqual("home".utf8) && top.elementsEqual("arpa".utf8)
      ? .privateNetwork : nil
  }

  /// Takes the last label that is not empty.
  private static func lastLabel(
    of host: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let dot = UInt8(ascii: ".")
    while host.last == dot { host.removeLast() }
    let start = host.lastIndex(of: dot).map { $0 + 1 } ?? host.startIndex
    defer { host = host[..<start] }
    return host.isEmpty ? nil : host[start...]
  }

  private static let tops: [(label: String, name: ReservedName)] = [
    ("corp", .privateNetwork), ("example", .documentation), ("home", .privateNetwork),
    ("internal", .privateNetwork), ("intranet", .privateNetwork), ("invalid", .neverResolves),
    ("lan", .privateNetwork), ("local", .privateNetwork), ("localhost", .loopback),
    ("onion", .onion), ("private", .privateNetwork), ("test", .trial),
  ]
}
