import Glibc
import Synchronization

/// Turns SIGINT and SIGTERM into calls.
///
/// The signals are blocked in every thread and taken by `sigwait` on the first one, so that the
/// reaction may do anything. The second signal ends the process at once, and so does the first
/// while nobody has said what to do.
package enum SignalWatch {
  private static let reaction = Mutex<(@Sendable (Int32) -> Void)?>(nil)

  /// Blocks the signals. Call it first, for threads inherit the mask of the one that makes them.
  package static func block() {
    signal(SIGPIPE, SIG_IGN)
    withSignals { pthread_sigmask(SIG_BLOCK, &$0, nil) }
  }

  /// Says what the first signal does; it gets the signal's number.
  package static func react(_ reaction: @escaping @Sendable (Int32) -> Void) {
    self.reaction.withLock { $0 = reaction }
  }

  /// Waits for signals for ever; for the first thread, while others work.
  package static func wait() -> Never {
    while true {
      let number = next()
      let taken = reaction.withLock { held in
        defer { held = nil }
        return held
      }
      guard let taken else { _exit(128 + number) }
      taken(number)
    }
  }

  private static func next() -> Int32 {
    var number: Int32 = 0
    withSignals { sigwait(&$0, &number) }
    return number
  }

  private static func withSignals(_ body: (inout sigset_t) -> Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    _ = body(&signals)
  }
}
