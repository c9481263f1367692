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
    let labels = host.split(separator: ".")
    guard let top = labels.last else { return nil }
    let lastTwo = labels.suffix(2).joined(separator: ".")
    switch top {
    case "localhost": self = .loopback
    case "local", "internal", "intranet", "private", "corp", "home", "lan":
      self = .privateNetwork
    case "example": self = .documentation
    case "invalid": self = .neverResolves
    case "test": self = .trial
    case "onion": self = .onion
    default:
      switch lastTwo {
      case "home.arpa": self = .privateNetwork
      case "example.com", "example.net", "example.org": self = .documentation
      default:
        guard labels.count == 1 else { return nil }
        self = .singleLabel
      }
    }
  }
}
