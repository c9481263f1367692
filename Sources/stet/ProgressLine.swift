import Probes
import Synchronization

/// Tells how far the probes are: a line that is drawn over on a terminal, a line now and then in
/// continuous integration, nothing elsewhere.
final class ProgressLine: Sendable {
  private let form: Form
  private let state = Mutex(State())

  enum Form: Hashable { case none, drawn, lines }

  private struct State {
    var start: ContinuousClock.Instant?
    var written: ContinuousClock.Instant?
    var isDrawn = false
  }

  // The logs of continuous integration are read by people, later.
  private static let pause = Duration.seconds(10)

  init(_ form: Form) {
    self.form = form
  }

  /// The form that fits where errors are written to, and the wish to be quiet.
  static func form(isQuiet: Bool) -> Form {
    if isQuiet { return .none }
    // Some servers of continuous integration give a terminal too, and keep all that is drawn on it.
    if let server = Environment["CI"], !["", "0", "false"].contains(server) { return .lines }
    guard Terminal.errors.isTerminal else { return .none }
    return Environment["TERM"] == "dumb" ? .lines : .drawn
  }

  /// Draws the state, or takes the line away when there is none.
  func show(_ progress: ProbeProgress?) {
    guard form != .none else { return }
    let text: String? = state.withLock { state in
      guard let progress else {
        defer { state = State() }
        return state.isDrawn ? "\r\u{1B}[2K" : nil
      }
      let now = ContinuousClock.now
      let start = state.start ?? now
      state.start = start
      let line = Self.line(progress, after: start.duration(to: now))
      switch form {
      case .none: return nil
      case .drawn:
        state.isDrawn = true
        return "\r\u{1B}[2K\(line.prefix(max(1, Terminal.errors.width - 1)))"
      case .lines:
        guard (state.written ?? start).duration(to: now) >= Self.pause else { return nil }
        state.written = now
        return line + "\n"
      }
    }
    if let text { Terminal.errors.write(text) }
  }

  /// `Probing links: 120 of 400, 3 dead, 7 doubtful, 31/s, 9 s left; a.example 200, b.example 80`
  static func line(_ progress: ProbeProgress, after time: Duration) -> String {
    var parts = ["\(progress.probed) of \(progress.total)"]
    if progress.alive > 0 { parts.append("\(progress.alive) alive") }
    if progress.dead > 0 { parts.append("\(progress.dead) dead") }
    if progress.doubtful > 0 { parts.append("\(progress.doubtful) doubtful") }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    if progress.probed > 0, seconds >= 1 {
      let rate = Double(progress.probed) / seconds
      parts.append("\(Int(rate.rounded()))/s")
      let left = Double(progress.total - progress.probed) / rate
      if left >= 1 { parts.append("\(words(Int(left.rounded()))) left") }
    }
    let hosts = progress.slowest.map { "\(shown($0.name)) \($0.count)" }.joined(separator: ", ")
    let line = "Probing links: " + parts.joined(separator: ", ")
    return hosts.isEmpty ? line : "\(line); waiting: \(hosts)"
  }

  private static func words(_ seconds: Int) -> String {
    seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
  }

  /// A host's name is ASCII; the end of a long one tells more than its start.
  private static func shown(_ host: String) -> String {
    host.utf8.count > 30 ? "…" + host.suffix(29) : host
  }
}
