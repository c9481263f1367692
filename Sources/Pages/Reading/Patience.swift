/// How long one page may be read: one made to be slow must not hold up the other probes.
struct Patience {
  private var spent = Duration.zero

  private static let most = Duration.seconds(2)

  var isOver: Bool { spent >= Self.most }

  /// Does some work, unless the time is used up; false when it is.
  mutating func spend(_ work: () -> Void) -> Bool {
    guard !isOver else { return false }
    let start = ContinuousClock.now
    work()
    spent += start.duration(to: .now)
    return !isOver
  }
}
