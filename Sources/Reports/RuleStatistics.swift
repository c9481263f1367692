import Model

/// Counts findings by rule.
struct RuleStatistics {
  private var counts: [RuleID: [Severity: Int]] = [:]

  mutating func add(_ finding: Finding) {
    counts[finding.rule, default: [:]][finding.severity, default: 0] += 1
  }

  /// The rule that the most of the gravest findings are of; none without findings.
  var foremost: RuleID? {
    counts.max { left, right in
      for severity in Severity.allCases.reversed() {
        let (first, second) = (
          left.value[severity, default: 0], right.value[severity, default: 0]
        )
        if first != second { return first < second }
      }
      return left.key > right.key
    }?.key
  }

  /// A line for each rule and severity, most first, with a title and an empty line at the end; none
  /// without findings.
  func lines(_ palette: Palette) -> [String] {
    var rows: [(count: Int, severity: Severity, rule: RuleID)] = []
    for (rule, bySeverity) in counts {
      for (severity, count) in bySeverity { rows.append((count, severity, rule)) }
    }
    guard !rows.isEmpty else { return [] }
    rows.sort {
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.rule == $1.rule ? $0.severity > $1.severity : $0.rule < $1.rule
    }
    let width = rows.map { String($0.count).utf8.count }.max() ?? 0
    let lines = rows.map { row in
      let count = String(row.count)
      let severity = row.severity.rawValue
      return "  " + String(repeating: " ", count: width - count.utf8.count) + count + "  "
        + palette.paint(severity, palette.ink(for: row.severity))
        + String(repeating: " ", count: 9 - severity.utf8.count) + row.rule.description
    }
    return [palette.paint("Findings by rule", .strong)] + lines + [""]
  }
}
