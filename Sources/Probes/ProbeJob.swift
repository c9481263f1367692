internal import Curl

/// A probe under way: a class, because it lives long and is looked at often.
final class ProbeJob {
  let target: ProbeTarget
  var machine: ProbeMachine
  /// The number of the host that is asked next, or was asked last.
  var host = 0
  /// What is asked next, or was asked last.
  var ask: Ask?
  var sink: PageSink?

  init(_ target: ProbeTarget, _ machine: ProbeMachine) {
    self.target = target
    self.machine = machine
  }
}
