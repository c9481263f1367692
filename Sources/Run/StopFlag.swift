import Model
import Synchronization

/// Whether and how a run was told to end early.
final class StopFlag: Sendable {
  private let code = Atomic<Int32>(-1)
  private let action = ActionBox()

  /// What the process says to its caller; none while nobody has asked to stop.
  var exit: ExitStatus? { ExitStatus(rawValue: code.load(ordering: .acquiring)) }

  /// Notes the wish, once, and acts on it.
  func raise(_ status: ExitStatus) {
    guard
      code.compareExchange(expected: -1, desired: status.rawValue, ordering: .acquiringAndReleasing)
        .exchanged
    else { return }
    action.run()
  }

  /// Says what to do when the flag is raised; does it at once if it was raised before.
  func onRaise(_ action: @escaping @Sendable () -> Void) {
    self.action.set(action)
    if exit != nil { self.action.run() }
  }

  /// Holds one action; each is run at most once.
  private final class ActionBox: Sendable {
    private let action = Mutex<(@Sendable () -> Void)?>(nil)

    func set(_ action: @escaping @Sendable () -> Void) {
      self.action.withLock { $0 = action }
    }

    func run() {
      let taken = action.withLock { held in
        defer { held = nil }
        return held
      }
      taken?()
    }
  }
}
