import Model
import Records
import Reports
import Store

/// A remembered outcome as a line of JSON: what `stet store export` writes and `import` reads.
enum StoreLine {
  static func bytes(of outcome: StoredOutcome) -> [UInt8] {
    let history = outcome.history
    return JSONWriter.line { json in
      json.member("key", outcome.key.digits)
      json.member("policy", outcome.policy.digits)
      json.member("url", outcome.shownURL)
      json.member("verdict", outcome.verdict.rawValue)
      json.member("checked", outcome.learntAt)
      json.member("facts", outcome.facts?.lines ?? []) { $0.string($1) }
      json.member("failingSince", history.failing?.since)
      json.member("failures", history.failing?.count ?? 0)
      json.member("provingSince", history.proving?.since)
      json.member("provingFailures", history.proving?.count ?? 0)
      json.member("lastAlive", history.lastAlive)
      json.member("runs", history.runs)
    }
  }

  /// None for a line that is not as ``bytes(of:)`` writes it.
  static func outcome(in line: [UInt8]) -> StoredOutcome? {
    guard let root = RecordReader.reading(of: line, named: "-").record?.document.root,
      let key = root.text("key").flatMap({ TargetKey(digits: $0) }),
      let policy = root.text("policy").flatMap({ ProbePolicy(digits: $0) }),
      let url = root.text("url"), let verdict = root.text("verdict").flatMap(Verdict.init),
      let checked = root.number("checked"), let runs = root.number("runs"),
      let failures = root.number("failures"), let proving = root.number("provingFailures"),
      let lines = root.member("facts"), lines.kind == .array
    else { return nil }
    var facts: Facts?
    if lines.count > 0 {
      facts = Facts(lines: lines.elements.map { $0.string ?? "" })
      guard facts != nil else { return nil }
    }
    return StoredOutcome(
      key: key, policy: policy, shownURL: url, verdict: verdict, learntAt: checked, facts: facts,
      history: History(
        failing: root.number("failingSince").map { FailureStreak(since: $0, count: failures) },
        proving: root.number("provingSince").map { FailureStreak(since: $0, count: proving) },
        lastAlive: root.number("lastAlive"), runs: runs))
  }
}

extension Value {
  fileprivate func text(_ name: String) -> String? { member(name)?.string }

  fileprivate func number(_ name: String) -> Int? {
    guard let value = member(name), value.kind == .number else { return nil }
    return Int(String(decoding: value.source, as: UTF8.self))
  }
}
