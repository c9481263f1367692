/// What is held of a link.
package enum Verdict: String, CaseIterable, Sendable {
  case alive
  /// Alive at another address, and its old address says that this is for good.
  case moved
  /// Proved.
  case dead
  /// Could not be told; never called broken.
  case doubtful
  /// Not asked.
  case unchecked
}

/// A verdict with its reasons: the same outcome gets the same judgement.
///
/// A class, so that passing it copies nothing: each occurrence of a link has it.
package final class Judgement: Sendable {
  package let verdict: Verdict
  /// A stable name for the reason: `not-found`, `timeout-connect`, `bot-wall`, `ok`.
  package let cause: String
  /// The reason as a sentence for an author: `The server answers 404 Not Found.`
  package let sentence: String
  /// Of the final answer; none without one.
  package let status: Int?
  /// The new address of a moved link.
  package let movedTo: String?
  /// None for a link that was not probed.
  package let outcome: Outcome?
  package let provenance: Provenance
  /// Since when the target fails, if earlier runs saw it fail too.
  package let failing: FailingSince?
  package let beside: Beside

  /// What was learnt beside the verdict and does not change it.
  package struct Beside: Hashable, Sendable {
    /// A copy in an archive, where one was looked for and found.
    package var archived: ArchivedCopy?
    /// The https address that answers as this http address does, where one was asked.
    package var secureAddress: String?
    /// What was learnt of the target all the same, where the records answer the link.
    package var learnt: Outcome?

    package init() {}
  }

  package init(
    verdict: Verdict, cause: String, sentence: String, status: Int? = nil, movedTo: String? = nil,
    outcome: Outcome? = nil, provenance: Provenance = .fresh, failing: FailingSince? = nil,
    beside: Beside = Beside()
  ) {
    self.verdict = verdict
    self.cause = cause
    self.sentence = sentence
    self.status = status
    self.movedTo = movedTo
    self.outcome = outcome
    self.provenance = provenance
    self.failing = failing
    self.beside = beside
  }

  /// The judgement with what earlier runs saw.
  package func failing(_ failing: FailingSince) -> Judgement {
    Judgement(
      verdict: verdict, cause: cause, sentence: sentence, status: status, movedTo: movedTo,
      outcome: outcome, provenance: provenance, failing: failing)
  }

  /// The judgement with what was learnt beside it.
  package func with(_ beside: Beside) -> Judgement {
    Judgement(
      verdict: verdict, cause: cause, sentence: sentence, status: status, movedTo: movedTo,
      outcome: outcome, provenance: provenance, failing: failing, beside: beside)
  }

  /// The judgement when what was doubtful is dead, because it has failed for so long.
  package func proved(_ sentence: String, _ failing: FailingSince) -> Judgement {
    Judgement(
      verdict: .dead, cause: cause, sentence: sentence, status: status, outcome: outcome,
      provenance: provenance, failing: failing)
  }
}

extension Judgement: Hashable {
  package static func == (left: Judgement, right: Judgement) -> Bool {
    left === right
      || left.verdict == right.verdict && left.cause == right.cause
        && left.sentence == right.sentence && left.status == right.status
        && left.movedTo == right.movedTo && left.outcome == right.outcome
        && left.provenance == right.provenance && left.failing == right.failing
        && left.beside == right.beside
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(verdict)
    hasher.combine(cause)
    hasher.combine(sentence)
    hasher.combine(movedTo)
    hasher.combine(outcome)
  }
}

/// A copy of a page in an archive.
package struct ArchivedCopy: Hashable, Sendable {
  package let url: String
  /// The day on which it was made: `2013-09-19`.
  package let date: String

  package init(url: String, date: String) {
    self.url = url
    self.date = date
  }
}

/// Failures of a target in a row, this run's included.
package struct FailingSince: Hashable, Sendable {
  /// When the first was seen: seconds since 1970.
  package let time: Int
  package let runs: Int

  package init(time: Int, runs: Int) {
    self.time = time
    self.runs = runs
  }
}

/// Whether an outcome was learnt in this run.
package enum Provenance: Hashable, Sendable {
  case fresh
  /// When it was learnt: seconds since 1970.
  case remembered(Int)
  /// Known from the records themselves.
  case corpus
}

/// An occurrence with what is held of its link.
package struct JudgedLink: Sendable {
  package let occurrence: LinkOccurrence
  package let judgement: Judgement

  package init(occurrence: LinkOccurrence, judgement: Judgement) {
    self.occurrence = occurrence
    self.judgement = judgement
  }
}
