package import Model

/// Judges outcomes. Pure: the same outcome gets the same judgement.
///
/// Dead is only what is proved; what could not be told is doubtful.
package enum Policy {
  /// What is held of a link to a target with this outcome. `fragment` is the link's own, without
  /// `#`, if it has one.
  package static func judgement(
    of outcome: Outcome, fragment: String? = nil, provenance: Provenance = .fresh
  ) -> Judgement {
    let opinion = opinion(of: outcome, fragment)
    var status: Int?
    if case .answered(let answer) = outcome.event { status = answer.status }
    return Judgement(
      verdict: opinion.verdict, cause: opinion.cause, sentence: opinion.sentence, status: status,
      movedTo: opinion.verdict == .moved ? movedTo(outcome, fragment) : nil, outcome: outcome,
      provenance: provenance)
  }

  private static func opinion(of outcome: Outcome, _ fragment: String?) -> Opinion {
    switch outcome.event {
    case .skipped(let reason): return .ofSkipped(reason)
    case .failed(let cause): return .ofFailure(cause)
    case .answered(let answer):
      let opinion =
        outcome.isAccepted ? Opinion.ofAccepted(answer) : Opinion.ofAnswer(answer)
      guard opinion.verdict == .alive else { return opinion }
      if let fragment, let state = answer.fragments[fragment],
        let worse = Opinion.ofFragment(fragment, state)
      {
        return worse
      }
      return moved(outcome) ?? opinion
    }
  }

  /// Only a chain that is permanent from end to end says where the link should lead.
  private static func moved(_ outcome: Outcome) -> Opinion? {
    // Where an address leads that was asked in the link's place says nothing of the link's own.
    guard outcome.askedAs == nil, !outcome.isAccepted else { return nil }
    guard let last = outcome.hops.last, outcome.hops.allSatisfy(\.isPermanent) else { return nil }
    return Opinion(.moved, "moved", "The page has moved for good to '\(last.location)'.")
  }

  /// The new address, with the link's fragment unless the redirect has its own.
  private static func movedTo(_ outcome: Outcome, _ fragment: String?) -> String? {
    guard let location = outcome.hops.last?.location else { return nil }
    guard let fragment, !location.utf8.contains(UInt8(ascii: "#")) else { return location }
    return location + "#" + fragment
  }
}
