package import Model

/// All rules that a run knows: the shipped ones, and those of folders of one's own.
package struct RuleCatalogue: Sendable {
  /// Sorted by ID.
  package let rules: [Rule]
  /// Shipped rules that are there only because others may wait for them.
  let background: [Rule]

  /// Which examples are read: reading them takes as long as reading the rest.
  package enum Examples: Sendable {
    /// Those of folders of one's own only, which must be there.
    case ofOwnRules
    case all
  }

  /// Reads the shipped rules and, in order, folders of one's own, `PACK/FAULT.yml` in each.
  ///
  /// - Parameter fields: what records call the fields that the shipped rules name.
  /// - Throws: ``RuleFileError`` for the first file that cannot be used, in order of its path.
  package init(
    folders: [String] = [], examples: Examples = .ofOwnRules, fields: FieldNames = FieldNames()
  ) throws(RuleFileError) {
    var rules: [Rule] = []
    for (path, text) in EmbeddedRules.files {
      rules.append(
        try RuleFile.rule(
          text, path: path, file: "rules/" + path, isShipped: true, fields: fields,
          withExamples: examples == .all))
    }
    for folder in folders {
      for (path, text) in try RuleFolder.files(in: folder) {
        rules.append(
          try RuleFile.rule(
            text, path: path, file: path, isShipped: false, fields: fields.ofOwnRules,
            withExamples: true))
      }
    }
    try self.init(rules)
  }

  /// Reads the rules of one folder, with their examples: for `stet rules test DIR`.
  ///
  /// They may wait for shipped rules, and take the place of shipped rules of the same ID.
  package init(folder: String) throws(RuleFileError) {
    try self.init(texts: try RuleFolder.files(in: folder))
  }

  /// Reads rule files from texts, `PACK/FAULT.yml` with its text, as those of one folder.
  package init(texts: [(path: String, text: String)]) throws(RuleFileError) {
    let all = try RuleCatalogue().rules
    let known = Set(all.map(\.id))
    var rules: [Rule] = []
    for (path, text) in texts {
      // One that takes a shipped rule's place is watched no more than that one.
      let isShipped = RuleFile.id(path).map { known.contains($0) } ?? false
      rules.append(
        try RuleFile.rule(text, path: path, file: path, isShipped: isShipped, withExamples: true))
    }
    let ids = Set(rules.map(\.id))
    let shipped = all.filter { !ids.contains($0.id) }
    try self.init(rules, background: shipped)
  }

  private init(_ rules: [Rule], background: [Rule] = []) throws(RuleFileError) {
    self.background = background
    self.rules = rules.sorted { $0.id < $1.id }
    for (rule, next) in zip(self.rules, self.rules.dropFirst()) where rule.id == next.id {
      let (first, second) = rule.isShipped ? (rule, next) : (next, rule)
      throw RuleFileError(
        file: second.file, fault: .duplicateRule(second.id.description, other: first.file))
    }
    try checkOrder()
  }

  /// The rules with those in the background, sorted by ID.
  var all: [Rule] {
    background.isEmpty ? rules : (rules + background).sorted { $0.id < $1.id }
  }

  /// The rule of that ID.
  package func rule(_ id: RuleID) -> Rule? {
    rules.first { $0.id == id }
  }

  /// The rule ID that was most likely meant.
  package func nearestID(to text: String) -> RuleID? {
    Nearest.word(to: text, among: rules.map(\.id.description)).map { RuleID($0) }
  }

  /// Refuses `passes` that name no rule, or lead in a circle.
  private func checkOrder() throws(RuleFileError) {
    let byID = Dictionary(uniqueKeysWithValues: (rules + background).map { ($0.id, $0) })
    for rule in rules {
      for id in rule.condition.passes where byID[id] == nil {
        throw RuleFileError(
          file: rule.file, mark: rule.condition.passesMark,
          fault: .unknown(.rule, id.description, known: byID.keys.map(\.description)))
      }
    }
    var settled: Set<RuleID> = []
    for rule in rules {
      if let circle = Self.circle(from: rule, byID, way: [], &settled) {
        throw RuleFileError(
          file: rule.file, mark: rule.condition.passesMark,
          fault: .cycle(circle.map(\.description)))
      }
    }
  }

  private static func circle(
    from rule: Rule, _ byID: [RuleID: Rule], way: [RuleID], _ settled: inout Set<RuleID>
  ) -> [RuleID]? {
    if let start = way.firstIndex(of: rule.id) { return Array(way[start...]) + [rule.id] }
    guard !settled.contains(rule.id) else { return nil }
    for id in rule.condition.passes {
      guard let next = byID[id] else { continue }
      if let circle = circle(from: next, byID, way: way + [rule.id], &settled) { return circle }
    }
    settled.insert(rule.id)
    return nil
  }
}
