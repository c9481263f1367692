package import Model
import Standards

/// What a suppressor knows of the rules: which there are, which were asked, and what it may say.
package struct SuppressionRules: Sendable {
  /// All rules there are.
  private let known: [RuleID]
  /// Of those that are asked in this run, their scopes.
  private let asked: [RuleID: RuleScope]
  private let severities: [RuleID: Severity]

  /// - Parameters:
  ///   - known: the IDs of all rules, also those that are switched off.
  ///   - asked: the rules that this run asks.
  ///   - enabled: the rules that are switched on.
  package init(known: [RuleID], asked: [RuleSummary], enabled: [RuleSummary]) {
    self.known = known
    self.asked = Dictionary(asked.map { ($0.id, $0.scope) }) { first, _ in first }
    severities = Dictionary(enabled.map { ($0.id, $0.severity) }) { first, _ in first }
  }

  /// What a complaint weighs; none when its rule is off.
  func severity(of rule: SuppressionRule) -> Severity? { severities[rule.id] }

  /// What this run can say of a pattern that has excused nothing.
  ///
  /// - Parameter areLinksSettled: whether every link was told alive or dead.
  func use(of pattern: RulePattern, areLinksSettled: Bool) -> PatternUse {
    let rules = known.filter { pattern.fits($0) }
    guard !rules.isEmpty else {
      return .unknown(
        nearest: EditDistance.nearest(to: pattern.text, in: known.map(\.description)))
    }
    for rule in rules {
      guard let scope = asked[rule] else { return .notAsked }
      switch scope {
      case .record, .corpus: break
      case .link, .page: if !areLinksSettled { return .notAsked }
      }
    }
    return .unused
  }

  /// Whether a rule was asked, so that the lack of a finding says something.
  func isAsked(_ rule: RuleID, areLinksSettled: Bool) -> Bool {
    switch asked[rule] {
    case .record, .corpus: true
    case .link, .page: areLinksSettled
    case nil: false
    }
  }
}

/// What is known of a pattern without a finding.
enum PatternUse: Equatable {
  /// No rule fits; the ID that was likely meant.
  case unknown(nearest: String?)
  /// Some rule that fits was not asked, or could not answer.
  case notAsked
  case unused
}
