/// The wait before an attempt: any time up to a bound that doubles (full jitter).
struct BackOff {
  let first: Duration
  let longest: Duration
  /// A random number from 0 up to but not 1.
  let random: @Sendable () -> Double

  /// The wait before retry number `count`, counted from 0.
  func wait(_ count: Int) -> Duration {
    let bound = min(longest, first * (1 << min(count, 16)))
    return bound * random()
  }
}
