import Model
import Probes
import Reports
import Store

extension Policy {
  /// What an outcome means for the history of its target; nothing where nothing was asked.
  static func historyResult(of outcome: Outcome) -> History.Result? {
    let judgement = judgement(of: outcome)
    switch judgement.verdict {
    case .alive, .moved: return .alive
    case .dead: return .failed(isProving: true)
    case .doubtful: return .failed(isProving: isProving(outcome))
    case .unchecked: return nil
    }
  }

  /// A judgement in the light of history: what has failed in three runs and over two days, without
  /// one answer that a reader could have got, is dead.
  static func judgement(
    _ judgement: Judgement, with history: History?, at now: Int
  ) -> Judgement {
    guard let outcome = judgement.outcome, let failing = history?.failing, failing.count > 1,
      judgement.verdict == .dead || judgement.verdict == .doubtful,
      judgement.verdict == self.judgement(of: outcome).verdict
    else { return judgement }
    let streak = FailingSince(time: failing.since, runs: failing.count)
    guard judgement.verdict == .doubtful, isProving(outcome), history?.isProof(at: now) == true,
      let proving = history?.proving
    else { return judgement.failing(streak) }
    let since = UTCTime.date(secondsSince1970: proving.since)
    return judgement.proved(
      "\(judgement.sentence) So it was in \(proving.count) runs since \(since).", streak)
  }

  /// Whether a failure that goes on proves something. A wall, a login or a limit on the rate are
  /// answers to programs, however often they come; browsers fetch certificates that lack.
  private static func isProving(_ outcome: Outcome) -> Bool {
    switch outcome.event {
    case .skipped: false
    case .answered(let answer):
      // 503 is how some large sites turn programs away, for good.
      answer.botWall == nil && (500..<600).contains(answer.status) && answer.status != 503
    case .failed(let cause):
      switch cause {
      case .certificateUntrusted, .tooManyRedirects, .other: false
      case .noSuchName, .nameLookup, .connectionRefused, .connectionReset, .emptyReply, .timeout,
        .certificateExpired, .certificateNotYetValid, .certificateSelfSigned,
        .certificateWrongHost, .tls, .http2, .protocolError, .headersTooLarge, .bodyCut,
        .encoding, .redirectLoop, .badRedirect, .hostDown:
        true
      }
    }
  }
}
