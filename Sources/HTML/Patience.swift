import Glibc

/// How long one page may be read: one made to be slow must not hold up the other probes.
///
/// Counted is the thread's own time, so that a busy machine changes no verdict.
package struct Patience {
  private let most: Duration
  private var spent = Duration.zero

  package init(most: Duration = .seconds(2)) {
    self.most = most
  }

  package var isOver: Bool { spent >= most }

  /// Does some work, unless the time is used up; false when it is.
  package mutating func spend(_ work: () -> Void) -> Bool {
    guard !isOver else { return false }
    let start = Self.threadTime
    work()
    spent += Self.threadTime - start
    return !isOver
  }

  private static var threadTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
