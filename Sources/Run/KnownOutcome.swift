import Model
import Probes
import Store

/// What is known of a target: learnt now, or remembered.
struct KnownOutcome: Packable, Sendable {
  let outcome: Outcome
  /// When it was learnt, in seconds since 1970; none for this run.
  let learntAt: Int?
  /// How the target did, this outcome included; none where that changes nothing.
  let history: History?

  init(_ outcome: Outcome, learntAt: Int? = nil, history: History? = nil) {
    self.outcome = outcome
    self.learntAt = learntAt
    self.history = history
  }

  func pack(into packer: inout Packer) {
    outcome.pack(into: &packer)
    learntAt.pack(into: &packer)
    history.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      try Outcome(from: &unpacker), learntAt: try Int?(from: &unpacker),
      history: try History?(from: &unpacker))
  }

  /// What is held of a link to the target.
  ///
  /// - Parameter now: seconds since 1970.
  func judgement(fragment: Fragment?, at now: Int) -> Judgement {
    let judgement = Policy.judgement(
      of: outcome, fragment: fragment, provenance: learntAt.map { .remembered($0) } ?? .fresh)
    return Policy.judgement(judgement, with: history, at: now)
  }
}
