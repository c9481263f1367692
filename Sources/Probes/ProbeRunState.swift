internal import Curl
internal import Model

/// What a run's loop shares with the run's owner.
final class ProbeRunState: Sendable {
  private let onOutcome: @Sendable (ProbeTarget, Outcome) -> Void
  private let onAttempt: (@Sendable (ProbeTarget, Attempt) -> Void)?
  private let state = Lock(State())

  private struct State: Sendable {
    var progress = ProbeProgress()
    var isDone = false
    var waiting: [@Sendable () -> Void] = []
  }

  init(
    _ onOutcome: @escaping @Sendable (ProbeTarget, Outcome) -> Void,
    _ onAttempt: (@Sendable (ProbeTarget, Attempt) -> Void)?
  ) {
    self.onOutcome = onOutcome
    self.onAttempt = onAttempt
  }

  var progress: ProbeProgress { state.withLock { $0.progress } }

  func report(_ target: ProbeTarget, _ outcome: Outcome) { onOutcome(target, outcome) }

  func note(
    _ reply: Reply, of ask: Ask?, for target: ProbeTarget,
    patience: (Ask) -> Request.Patience
  ) {
    guard let onAttempt, let ask else { return }
    onAttempt(target, Attempt(reply, of: ask, patience(ask)))
  }

  func update(_ progress: ProbeProgress, isDone: Bool) {
    let waiting: [@Sendable () -> Void] = state.withLock { state in
      state.progress = progress
      guard isDone else { return [] }
      state.isDone = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for body in waiting { body() }
  }

  /// Runs the body when the run is done, at once if it is.
  func whenDone(_ body: @escaping @Sendable () -> Void) {
    let isDone = state.withLock { state in
      if !state.isDone { state.waiting.append(body) }
      return state.isDone
    }
    if isDone { body() }
  }
}
