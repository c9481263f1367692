import Model
import Reports
import Rules

extension RunHeader {
  /// What reports say of a run before its first record.
  init(of plan: Plan, _ engine: RuleEngine) {
    let packs = Dictionary(grouping: engine.rules, by: \.id.pack)
    let notRun =
      plan.isOffline
      ? packs.filter { $0.value.allSatisfy(\.scope.needsProbes) }.keys.sorted() : []
    self.init(
      version: plan.version, startedAt: plan.showsTimings ? plan.now : nil, rules: engine.rules,
      packsRun: packs.keys.filter { !notRun.contains($0) }.sorted(),
      packsNotRun: notRun.map { PackNotRun(pack: $0, reason: "offline") }, failOn: plan.failOn)
  }
}
