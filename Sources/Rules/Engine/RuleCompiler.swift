import Model

/// Makes rules ready for an engine: settings applied, selectors shared, order settled.
struct RuleCompiler {
  private(set) var selectors: [Selector] = []
  private(set) var rules: [CompiledRule] = []
  private var numbers: [Selector: Int] = [:]

  /// - Parameter rules: sorted by ID.
  init(_ all: [Rule], settings: RuleSettings) throws(RuleFileError) {
    var active: [(rule: Rule, severity: Severity?)] = []
    for rule in all {
      switch settings.level(of: rule.id) {
      case .off where !(rule.kind is ReaderFault): continue
      case .severity(let severity): active.append((try rule.with(settings), severity))
      case .off, .asWritten: active.append((try rule.with(settings), nil))
      }
    }
    let positions = Dictionary(
      uniqueKeysWithValues: active.enumerated().map { ($1.rule.id, $0) })
    for (number, (rule, severity)) in active.enumerated() {
      rules.append(
        CompiledRule(
          rule, severity: severity, number: number,
          passes: rule.condition.passes.compactMap { positions[$0] }, intern: { intern($0) }))
    }
  }

  /// The rules that look at single values, those first that others wait for.
  func groups() -> [RuleGroup] {
    let levels = levels()
    var groups: [RuleGroup] = []
    for level in 0...(levels.max() ?? 0) {
      let first = groups.count
      for rule in rules where levels[rule.number] == level && rule.recordKind != nil {
        let isSame = { (group: RuleGroup) in
          group.given == rule.given && group.links == rule.rule.links
        }
        if let position = groups[first...].firstIndex(where: isSame) {
          groups[position].rules.append(rule)
        } else {
          groups.append(
            RuleGroup(given: rule.given, links: rule.rule.links, rules: [rule]))
        }
      }
    }
    return groups
  }

  /// The rules, those first that others wait for.
  var ordered: [CompiledRule] {
    let levels = levels()
    return rules.sorted { (levels[$0.number], $0.number) < (levels[$1.number], $1.number) }
  }

  /// How many rules, one after the other, each rule waits for. The catalogue has refused cycles.
  private func levels() -> [Int] {
    var levels = Array(repeating: 0, count: rules.count)
    var isSettled = false
    var round = 0
    while !isSettled, round <= rules.count {
      isSettled = true
      round += 1
      for rule in rules {
        let level = rule.passes.map { levels[$0] + 1 }.max() ?? 0
        if level != levels[rule.number] {
          levels[rule.number] = level
          isSettled = false
        }
      }
    }
    return levels
  }

  private mutating func intern(_ selector: Selector) -> Int {
    if let number = numbers[selector] { return number }
    numbers[selector] = selectors.count
    selectors.append(selector)
    return selectors.count - 1
  }
}

extension Rule {
  /// The rule with the options that the settings give it.
  fileprivate func with(_ settings: RuleSettings) throws(RuleFileError) -> Rule {
    guard let (changes, file) = settings.options[id] else { return self }
    var entries = options.entries ?? []
    for change in changes.entries ?? [] {
      entries.removeAll { $0.key == change.key }
      entries.append(change)
    }
    let merged = YAMLNode(content: .mapping(entries), mark: changes.mark)
    var copy = self
    copy.kind = try RuleFile.kind(
      named: kindName, options: merged, file: file, mark: changes.mark)
    return copy
  }
}
