import Glibc

/// Turns SIGINT and SIGTERM into calls on a thread of its own.
///
/// The signals are blocked for the whole process and taken by `sigwait`, so that the reaction may
/// do anything. The second signal ends the process at once.
package enum SignalWatch {
  /// Starts to watch. Call it before other threads are made, since they inherit the mask.
  ///
  /// `onSignal` is called once, with the signal's number.
  package static func start(onSignal: @escaping @Sendable (Int32) -> Void) {
    signal(SIGPIPE, SIG_IGN)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)

    let reaction = Unmanaged.passRetained(Reaction(onSignal))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let reaction = Unmanaged<Reaction>.fromOpaque(context).takeRetainedValue()
        reaction.call(SignalWatch.next())
        _exit(128 + SignalWatch.next())
      }, reaction.toOpaque())
    pthread_detach(thread)
  }

  private static func next() -> Int32 {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    var number: Int32 = 0
    sigwait(&signals, &number)
    return number
  }

  private final class Reaction: Sendable {
    let call: @Sendable (Int32) -> Void

    init(_ call: @escaping @Sendable (Int32) -> Void) { self.call = call }
  }
}
