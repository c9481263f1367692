internal import GRDB
internal import Model

extension OutcomeStore {
  /// The outcome in a row, by the order of `StoreSchema.columns`; none for what is none of ours.
  static func outcome(in row: Row, _ memo: inout FactsMemo) -> StoredOutcome? {
    guard let policy = text(row, 0).flatMap({ ProbePolicy(digits: $0) }),
      let key = text(row, 1).flatMap({ TargetKey(digits: $0) })
    else { return nil }
    return outcome(in: row, key, policy, &memo)
  }

  /// The outcome in a row that was looked up.
  static func outcome(
    in row: Row, _ key: TargetKey, _ policy: ProbePolicy, _ memo: inout FactsMemo
  ) -> StoredOutcome? {
    guard let url = text(row, 2), let verdict = text(row, 3).flatMap({ Verdict(rawValue: $0) }),
      let learntAt = number(row, 4),
      let failures = number(row, 7), let proving = number(row, 9), let runs = number(row, 11)
    else { return nil }
    let written = text(row, 5)
    let facts = written.flatMap { memo.facts(in: $0) }
    if written != nil, facts == nil { return nil }
    return StoredOutcome(
      key: key, policy: policy, shownURL: url, verdict: verdict, learntAt: learntAt, facts: facts,
      history: History(
        failing: number(row, 6).map { FailureStreak(since: $0, count: failures) },
        proving: number(row, 8).map { FailureStreak(since: $0, count: proving) },
        lastAlive: number(row, 10), runs: runs))
  }

  // A damaged file may hold any kind of value anywhere, which GRDB's conversions do not survive.
  private static func number(_ row: Row, _ column: Int) -> Int? {
    let value: DatabaseValue = row[column]
    if case .int64(let number) = value.storage { return Int(number) }
    return nil
  }

  private static func text(_ row: Row, _ column: Int) -> String? {
    let value: DatabaseValue = row[column]
    if case .string(let text) = value.storage { return text }
    return nil
  }
}
