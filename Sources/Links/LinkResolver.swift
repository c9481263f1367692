import Model
import Standards

/// Turns hrefs into what would be requested. Pure.
struct LinkResolver: Sendable {
  /// The record's own address, if it has a usable one.
  let base: WebURL?

  /// Where an href leads, or why it is not probed.
  func destination(of href: Href) -> Destination {
    let text = href.description
    if let proper = ProperURL(text) { return Self.destination(of: text, proper) }
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
      return .unprobed(href, .empty)
    }
    let url: WebURL
    do throws(WebURLError) {
      url = try WebURL(text, base: base)
    } catch {
      return .unprobed(href, reason(for: error))
    }
    guard url.isWeb else {
      if let fault = SchemeSyntax.fault(in: url) { return .unprobed(href, .malformed(fault)) }
      return .unprobed(href, .scheme(url.scheme))
    }
    if url.hasCredentials { return .unprobed(href, .credentials) }
    return .target(
      Target(url: url.serializedWithoutFragment, identity: url.identity),
      fragment: Self.fragment(of: text))
  }

  /// An address that is asked for as it is written.
  private static func destination(of text: String, _ proper: ProperURL) -> Destination {
    guard let hash = proper.hash else {
      return .target(Target(url: text, identity: text), fragment: nil)
    }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: hash)
    let url = String(text[..<start])
    return .target(
      Target(url: url, identity: url),
      fragment: String(text[text.utf8.index(after: start)...]))
  }

  /// What follows the first `#`, as written, less the white space that browsers trim.
  private static func fragment(of text: String) -> String? {
    guard let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    var fragment = text.utf8[text.utf8.index(after: hash)...]
    while let last = fragment.last, last <= 0x20 { fragment.removeLast() }
    return String(Substring(fragment))
  }

  private func reason(for error: WebURLError) -> UncheckedReason {
    switch error.reason {
    case .notAbsolute: .relativeWithoutBase
    case .badScheme: .malformed("what stands before ':' is no scheme")
    case .noHost: .malformed("the host is missing")
    case .badHost(let fault):
      switch fault {
      case .forbiddenByte: .malformed("the host holds a character that no host may have")
      case .label: .malformed("the host has no form in ASCII")
      case .ipv4: .malformed("the host ends in a number and is no IPv4 address")
      case .ipv6: .malformed("what stands in brackets is no IPv6 address")
      }
    case .badPort: .malformed("the port is no number")
    case .portOutOfRange: .malformed("the port is over 65535")
    }
  }
}
