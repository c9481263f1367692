import IDN
import Standards

/// Says in words what is wrong with a URL.
enum URLProse {
  /// Why a text is no absolute URL, as a phrase.
  static func phrase(for error: WebURLError) -> String {
    switch error.reason {
    case .notAbsolute: "it does not start with 'https://'"
    case .badScheme: "what stands before ':' is no scheme"
    case .noHost: "it names no host"
    case .badHost(let fault): phrase(for: fault)
    case .badPort: "the port is not a number"
    case .portOutOfRange: "the port is over 65535"
    }
  }

  private static func phrase(for fault: WebURLError.HostFault) -> String {
    switch fault {
    case .forbiddenByte(let byte):
      "the host has the character '\(Printable.text([byte]))', which no host may have"
    case .label: "the host is no domain name"
    case .ipv4: "the host ends in a number and is no IPv4 address"
    case .ipv6: "the host is no IPv6 address"
    }
  }

  /// What a note says of a URL that could be written plainer; none for what is as it should be, or
  /// is another rule's business.
  static func phrase(for kind: URLNote.Kind) -> String? {
    switch kind {
    case .outerBlank, .credentials, .nonASCII: nil
    case .tabOrNewline: "a tab or line break is inside it"
    case .backslash: "'\\' stands for '/'"
    case .missingSlash: "a slash is missing after the scheme"
    case .extraSlash: "there are too many slashes after the scheme"
    case .upperCaseScheme: "the scheme has capital letters"
    case .upperCaseHost: "the host has capital letters"
    case .escapedHost: "the host has percent-escapes"
    case .unusualAddress: "the IPv4 address is not written as four numbers"
    case .unresolvableHost: "the host has an empty or too long label"
    case .defaultPort: "the port is the scheme's own"
    case .unusualPort: "the port is empty or has leading zeros"
    case .dotSegment: "the path has a '.' or '..' segment"
    case .unescaped: "a character is not escaped that must be"
    case .strayPercent: "a '%' starts no escape"
    case .needlessEscape: "a character is escaped that need not be"
    }
  }
}
