import Model
import Rules
import Suppressions

/// What one run goes by, settled before any record is read.
struct Session: Sendable {
  let engine: RuleEngine
  private let plan: Plan
  /// All rules there are, also those that are switched off.
  private let known: [RuleID]
  private let baseline: Baseline?

  /// - Throws: ``RunError`` for rule files, settings and a baseline that cannot be used.
  init(_ plan: Plan) throws(RunError) {
    self.plan = plan
    let catalogue: RuleCatalogue
    do throws(RuleFileError) {
      catalogue = try RuleCatalogue(folders: plan.ruleFolders)
      engine = try RuleEngine(catalogue, settings: plan.rules, now: plan.now)
    } catch {
      throw .ruleFile(error)
    }
    for (pattern, _) in plan.rules.levels
    where !catalogue.rules.contains(where: { RuleSettings.fits(pattern, $0.id) }) {
      throw .unknownRule(pattern, nearest: catalogue.nearestID(to: pattern)?.description)
    }
    known = catalogue.rules.map(\.id)
    baseline = try plan.baseline.map { path throws(RunError) in try BaselineFile.read(path) }
  }

  /// A fresh one, which has seen no record.
  var writer: RecordWriter {
    let asked = plan.isOffline ? engine.rules.filter { !$0.scope.needsProbes } : engine.rules
    let rules = SuppressionRules(known: known, asked: asked, enabled: engine.rules)
    return RecordWriter(
      engine: engine,
      suppressor: Suppressor(
        rules: rules, entries: plan.ignores, baseline: baseline, now: plan.now))
  }

  /// How many findings the baseline excuses.
  var baselineCount: Int { baseline?.findingCount ?? 0 }

  /// Whether the sources are more than single records, so that what was not found is not there.
  var isWhole: Bool {
    plan.inputs.contains { input in
      let isOne = input.utf8.elementsEqual("-".utf8) || input.hasSuffix(".json")
      return !isOne || input.utf8.contains { "*?[{".utf8.contains($0) }
    }
  }
}

extension RuleScope {
  /// Whether rules of the scope are asked only when links are probed.
  var needsProbes: Bool {
    switch self {
    case .record, .corpus: false
    case .page, .link: true
    }
  }
}
