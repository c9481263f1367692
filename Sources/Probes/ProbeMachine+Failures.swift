internal import Curl
internal import Model

// What is tried after no answer came.
extension ProbeMachine {
  /// That a name does not exist is confirmed, not retried.
  private func attempts(_ row: FailureRow) -> Int {
    row.cause == .noSuchName ? row.attempts : rules.choices.attempts(row.attempts)
  }

  mutating func failed(_ reply: Reply) -> ProbeStep {
    let failure = reply.failure ?? .closedEarly
    guard let row = FailureRow(failure, detail: reply.detail) else {
      let reason = reply.refused.lazy.compactMap(rules.addressGuard.refusal).first
      return finish(.skipped(reason ?? .privateAddress(trail.host)))
    }
    let event = Outcome.Event.failed(row.cause)
    let isGarbage = failure == .notHTTP || failure == .headTooLarge
    // On a kept connection it may be what an earlier answer left over.
    if isGarbage, reply.isOnKeptConnection { return retry(event, nil, .plain) }
    guard attemptsOfHop < attempts(row) else { return finish(event) }
    // What was no HEAD has nothing left to change.
    if isGarbage, means.method == .get { return finish(event) }
    if failure == .name(.noSuchName) {
      guard !isConfirming else { return finish(event) }
      isConfirming = true
      pending = event
      means = .plain
      return .confirm(currentAsk)
    }
    var next = Ask.Means.plain
    next.isUncompressed = means.isUncompressed
    // HEAD alone may be what the server gets wrong in HTTP/2.
    if failure == .http2, means.method == .head { next.version = .http2OverTLS }
    if case .timeout = failure { next.isPatient = true }
    if row.isUnreachable { next.family = .v4 }
    return retry(event, nil, next)
  }
}
