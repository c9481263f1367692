/// Why a link was not checked. Never a failure.
package enum UncheckedReason: Hashable, Sendable {
  /// The run makes no request.
  case offline
  /// An address that is not probed by its nature: `mailto`, `tel`, `data`. The scheme is lower case.
  case scheme(String)
  /// A relative address in a record without a usable `url` to resolve it against.
  case relativeWithoutBase
  /// An empty address, which leads to the page that it stands on.
  case empty
  /// No URL at all: why it cannot be read, as a phrase.
  case malformed(String)
  /// Private or reserved, refused before a packet is sent: the address.
  case privateAddress(String)
  /// A port outside the allowed ones.
  case port(Int)
  /// The address, or a redirect, holds a user name or password.
  case credentials
  /// Left out by an option.
  case excluded
  /// The site's robots.txt, which the run heeds, does not let it be asked.
  case robots
  /// A file outside of the folder that local links may lead into.
  case outsideRoot
  /// A signal stopped the run first.
  case interrupted
  /// The run's time was used up first.
  case outOfTime

  /// A stable name for reports: `private-address`.
  package var code: String {
    switch self {
    case .offline: "offline"
    case .scheme: "scheme"
    case .relativeWithoutBase: "relative-without-base"
    case .empty: "empty"
    case .malformed: "malformed"
    case .privateAddress: "private-address"
    case .port: "port"
    case .credentials: "credentials"
    case .excluded: "excluded"
    case .robots: "robots"
    case .outsideRoot: "outside-root"
    case .interrupted: "interrupted"
    case .outOfTime: "out-of-time"
    }
  }

  /// One of each code, without what more is known.
  package static let all: [UncheckedReason] = [
    .credentials, .empty, .excluded, .interrupted, .malformed(""), .offline, .outOfTime,
    .outsideRoot, .port(0), .privateAddress(""), .relativeWithoutBase, .robots, .scheme(""),
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The reason of a code, without what more was known; none for a code that is not ours.
  package init?(code: String) {
    guard let reason = Self.byCode[code] else { return nil }
    self = reason
  }
}
