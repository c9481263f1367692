internal import Model

/// What a probe wants next.
enum ProbeStep {
  /// This request, as soon as its host may be asked.
  case ask(Ask)
  /// This request after a wait, if the budget allows; else ``ProbeMachine/givenUp(or:)``.
  case retry(Ask, Wait, isFree: Bool)
  /// This request, some seconds later, to be sure of bad news.
  case confirm(Ask)
  /// Nothing more.
  case finish(Outcome)

  /// How long to wait before a retry.
  enum Wait: Equatable {
    /// By the count of retries so far.
    case backOff(Int)
    /// As long as the server asks; it holds for all of its host.
    case server(Duration)
  }
}
