import Model
import YAML

/// Makes rules ready for an engine: settings applied, selectors shared, order settled.
struct RuleCompiler {
  private(set) var selectors: [Selector] = []
  private(set) var rules: [CompiledRule] = []
  /// What is asked of files without an override: by number, none for rules that are off there.
  private(set) var usual: [CompiledRule?] = []
  /// By override: the rules that it says something of, by number.
  private(set) var changes: [[Int: CompiledRule?]] = []
  private var numbers: [Selector: Int] = [:]

  /// - Parameter rules: sorted by ID.
  /// - Parameter overrides: what is changed for some files.
  init(
    _ all: [Rule], settings: RuleSettings, overrides: [RuleSettings] = []
  ) throws(RuleFileError) {
    var active: [Rule] = []
    for rule in all {
      let others = overrides.compactMap { settings.overridden(by: $0, for: rule.id) }
      let isAsked = ([settings] + others).contains { $0.level(of: rule.id) != .off }
      if isAsked || rule.kind is ReaderFault { active.append(rule) }
    }
    let positions = Dictionary(uniqueKeysWithValues: active.enumerated().map { ($1.id, $0) })
    changes = Array(repeating: [:], count: overrides.count)
    for (number, rule) in active.enumerated() {
      let passes = rule.condition.passes.compactMap { positions[$0] }
      let own = try compiled(rule, settings, number, passes)
      var first = own
      for (position, other) in overrides.enumerated() {
        guard let other = settings.overridden(by: other, for: rule.id) else { continue }
        let changed = try compiled(rule, other, number, passes)
        changes[position][number] = .some(changed)
        first = first ?? changed
      }
      usual.append(own)
      rules.append(
        first
          ?? CompiledRule(
            rule, severity: nil, number: number, passes: passes, intern: { intern($0) }))
    }
  }

  /// A rule as some settings have it; none where they switch it off.
  private mutating func compiled(
    _ rule: Rule, _ settings: RuleSettings, _ number: Int, _ passes: [Int]
  ) throws(RuleFileError) -> CompiledRule? {
    let level = settings.level(of: rule.id)
    var severity: Severity?
    if case .severity(let set) = level { severity = set }
    let rule = try rule.with(settings)
    guard level != .off else { return nil }
    return CompiledRule(
      rule, severity: severity, number: number, passes: passes, intern: { intern($0) })
  }

  /// The rules that look at single values, those first that others wait for.
  func groups() -> [RuleGroup] {
    let levels = levels()
    var groups: [(given: [Int], links: [LinkRole], rules: [CompiledRule])] = []
    for level in 0...(levels.max() ?? 0) {
      let first = groups.count
      for rule in rules where levels[rule.number] == level && rule.check != nil {
        let position = groups[first...].firstIndex {
          $0.given == rule.given && $0.links == rule.rule.links
        }
        if let position {
          groups[position].rules.append(rule)
        } else {
          groups.append((rule.given, rule.rule.links, [rule]))
        }
      }
    }
    return groups.map { RuleGroup(given: $0.given, links: $0.links, rules: $0.rules) }
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
    let merged = options.merged(with: changes)
    var copy = self
    copy.kind = try RuleFile.kind(
      named: kindName, options: merged, file: file, mark: changes.mark, fields: fields,
      given: subject)
    return copy
  }
}
