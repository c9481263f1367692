import Probes
import Synchronization

/// The line on a terminal that tells how far the probes are; nothing elsewhere.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let isDrawn = Atomic(false)

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Draws the state, or takes the line away when there is none.
  func show(_ progress: ProbeProgress?) {
    guard isShown else { return }
    guard let progress else {
      if isDrawn.exchange(false, ordering: .relaxed) { Terminal.errors.write("\r\u{1B}[2K") }
      return
    }
    isDrawn.store(true, ordering: .relaxed)
    var line = "Probing links: \(progress.probed) of \(progress.total)"
    if progress.waitingHosts > 0 { line += ", \(progress.waitingHosts) hosts wait" }
    if progress.total == progress.probed + progress.inFlight, progress.inFlight > 0 {
      line += ", \(progress.inFlight) under way"
    }
    Terminal.errors.write("\r\u{1B}[2K\(line.prefix(Terminal.errors.width - 1))")
  }
}
