/// How fast one host is asked: faster while it answers quickly and well, half as fast when it does
/// not (additive increase, multiplicative decrease).
struct Pace {
  /// Requests a second.
  private(set) var rate: Double
  /// When the next request may go.
  private(set) var due: ContinuousClock.Instant
  private var isProbing = true
  private var halved: ContinuousClock.Instant?
  private let limits: HostRate

  init(_ limits: HostRate, now: ContinuousClock.Instant) {
    self.limits = limits
    rate = limits.start
    due = now
  }

  /// Notes a request that goes now.
  mutating func take(_ now: ContinuousClock.Instant) {
    due = max(due, now) + .seconds(1 / rate)
  }

  /// Notes an answer. Until the first trouble the rate grows with every one, so it doubles in about
  /// a second and a half; after it, by ten requests a second every second.
  mutating func answered(after time: Duration) {
    guard time < limits.quick else { return }
    rate = min(limits.ceiling, rate + (isProbing ? 0.5 : 10 / rate))
  }

  /// Notes that the host is troubled. Answers that were under way together count once.
  mutating func troubled(_ now: ContinuousClock.Instant) {
    isProbing = false
    if let halved, halved.duration(to: now) < .seconds(1) { return }
    halved = now
    rate = max(limits.floor, rate / 2)
    due = max(due, now + .seconds(1 / rate))
  }
}

/// The bounds of a host's rate, in requests a second.
package struct HostRate: Hashable, Sendable {
  /// At the beginning.
  package var start = 20.0
  /// At most.
  package var ceiling = 200.0
  /// At least.
  package var floor = 0.5
  /// An answer within this time is quick.
  package var quick = Duration.milliseconds(500)

  /// The defaults.
  package init() {}
}
