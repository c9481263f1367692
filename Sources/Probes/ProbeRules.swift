/// What a probe must know of the run it belongs to.
struct ProbeRules: Sendable {
  let addressGuard: AddressGuard
  let maxHops: Int
  /// Seconds since 1970, for dates in Retry-After.
  let wallClock: @Sendable () -> Int

  /// What the settings choose for single hosts, origins and addresses.
  var choices = HostChoices(ProbeSettings())

  /// The statuses that send a client elsewhere. 300 offers a choice, 304 is about a cache.
  static let redirects: Set<Int> = [301, 302, 303, 307, 308]
  /// The longest URL that is requested, in bytes.
  static let longestURL = 8_192

  /// How often a hop is asked in all when it answers with the given status.
  static func attempts(_ status: Int) -> Int {
    switch status {
    case 408, 425, 429, 500, 502, 503, 504, 520...524, 530: 3
    // A proxy that cannot trust the site's certificate will not do so in a second.
    case 525, 526: 1
    case 500..<600: 2
    default: 1
    }
  }
}
