import Model

/// Rules that look at the same values, so that each value is read once.
///
/// A class, so that going through the groups copies nothing.
final class RuleGroup: Sendable {
  let given: [Int]
  let links: [LinkRole]
  let rules: [CompiledRule]

  init(given: [Int], links: [LinkRole], rules: [CompiledRule]) {
    self.given = given
    self.links = links
    self.rules = rules
  }

  /// The group as some files have it, by the rules' numbers; none where all its rules are off.
  func settled(by rules: [CompiledRule?]) -> RuleGroup? {
    let asked = self.rules.compactMap { rules[$0.number] }
    return asked.isEmpty ? nil : RuleGroup(given: given, links: links, rules: asked)
  }
}
