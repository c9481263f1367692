package import Model

/// Marks findings that are excused, and tells of suppressions that are no good. Findings are never
/// dropped.
///
/// Records come in input order; what only the whole run shows comes at the end.
package struct Suppressor {
  private let rules: SuppressionRules
  /// Seconds since 1970.
  private let now: Int
  private var entries: IgnoreEntries
  private var baseline: BaselineUse?

  /// - Parameters:
  ///   - entries: those of the configuration.
  ///   - now: seconds since 1970; suppressions that end before are expired.
  ///   - workingDirectory: the absolute path of the folder that files are named from.
  package init(
    rules: SuppressionRules, entries: [IgnoreEntry] = [], baseline: Baseline? = nil, now: Int,
    workingDirectory: String = "/"
  ) {
    self.rules = rules
    self.now = now
    self.entries = IgnoreEntries(entries, now: now, workingDirectory: workingDirectory)
    self.baseline = baseline.map { BaselineUse($0) }
  }

  /// Marks the findings of one record, and adds what is wrong with its own suppressions.
  ///
  /// - Parameter links: all links of the record, as far as they were judged.
  package mutating func judge(
    _ findings: inout [Finding], by allowances: RecordAllowances, of record: RecordKey,
    in file: String, links: [JudgedLink]
  ) {
    let areLinksSettled = links.allSatisfy { Self.isSettled($0.judgement) }
    if !allowances.isEmpty {
      let complaints = complaints(
        about: allowances, marking: &findings, areLinksSettled: areLinksSettled)
      for complaint in complaints {
        guard let severity = rules.severity(of: complaint.rule) else { continue }
        findings.append(complaint.finding(in: record, severity: severity))
      }
    }
    entries.mark(&findings, of: record, in: file, areLinksSettled: areLinksSettled)
    baseline?.note(record, areLinksSettled: areLinksSettled)
  }

  /// Marks what the baseline holds.
  ///
  /// - Parameter fingerprints: for each finding, that of the first of its equals.
  package mutating func markBaselined(_ findings: inout [Finding], fingerprints: [String]) {
    baseline?.mark(&findings, fingerprints: fingerprints)
  }

  /// What is wrong with the configuration's entries and with the baseline, now that all is known.
  ///
  /// - Parameter isWhole: whether the run saw all records, so that an entry without use has none.
  package func finish(isWhole: Bool) -> [Finding] {
    var complaints = entries.complaints(rules, isWhole: isWhole)
    if let stale = baseline?.complaint(rules) { complaints.append(stale) }
    return complaints.compactMap { complaint in
      rules.severity(of: complaint.rule).map {
        complaint.finding(in: RecordKey(complaint.place.span.start.file), severity: $0)
      }
    }
  }

  /// The baseline without what is mended; entries whose rules were not asked are kept.
  package func prunedBaseline() -> Baseline? {
    baseline?.pruned(rules)
  }

  private func complaints(
    about record: RecordAllowances, marking findings: inout [Finding], areLinksSettled: Bool
  ) -> [Complaint] {
    var complaints = record.complaints
    for allowance in record.allowances {
      let names = allowance.rules.map(\.pattern.text).joined(separator: ", ")
      if let day = allowance.lastDay, day.isOver(at: now) {
        complaints.append(
          Complaint(
            rule: .expired,
            message: "The suppression of '\(names)' ended on \(day.text). "
              + "Mend what it excused, or give it a later day.",
            place: allowance.place, evidence: names))
        continue
      }
      if allowance.reason.utf8.isEmpty {
        complaints.append(
          Complaint(
            rule: .withoutReason,
            message: "The suppression of '\(names)' gives no reason. "
              + "Say why the rule does not hold here.",
            place: allowance.place, evidence: names))
      }
      for rule in allowance.rules {
        let isUsed = Self.mark(&findings, by: allowance, rule.pattern)
        if !isUsed, let complaint = unused(rule, areLinksSettled: areLinksSettled) {
          complaints.append(complaint)
        }
      }
    }
    return complaints
  }

  /// Whether there was something to mark. The reader's findings are excused for a file only.
  private static func mark(
    _ findings: inout [Finding], by allowance: Allowance, _ pattern: RulePattern
  ) -> Bool {
    var isUsed = false
    for index in findings.indices {
      let rule = findings[index].rule
      guard pattern.fits(rule), rule.pack != "record", allowance.covers(findings[index]) else {
        continue
      }
      isUsed = true
      if findings[index].suppression == nil {
        let reason = allowance.reason.utf8.isEmpty ? "no reason given" : allowance.reason
        findings[index].suppression = Suppression(origin: allowance.origin, reason: reason)
      }
    }
    return isUsed
  }

  private func unused(_ rule: AllowedRule, areLinksSettled: Bool) -> Complaint? {
    let name = rule.pattern.text
    let message: String
    if name.utf8.starts(with: "record/".utf8) {
      message =
        "'\(name)' cannot be excused in a record. Excuse it for the file, in the configuration."
    } else {
      switch rules.use(of: rule.pattern, areLinksSettled: areLinksSettled) {
      case .notAsked: return nil
      case .unused: message = "The suppression of '\(name)' excuses nothing. Remove it."
      case .unknown(let nearest):
        message =
          "The suppression names '\(name)', which is no rule. "
          + (nearest.map { "Did you mean '\($0)'?" } ?? "Remove it.")
      }
    }
    return Complaint(rule: .unused, message: message, place: rule.place, evidence: name)
  }

  /// Whether the link was told alive or dead, or is of a sort that is never asked.
  private static func isSettled(_ judgement: Judgement) -> Bool {
    switch judgement.verdict {
    case .alive, .moved, .dead: true
    case .doubtful: false
    case .unchecked: judgement.cause == UncheckedReason.scheme("").code
    }
  }
}
