import Model
import Rules
import Settings
import Suppressions

/// What one run goes by, settled before any record is read.
struct Session: Sendable {
  let engine: RuleEngine
  let files: FileRules
  /// None where all records are of interest.
  let changes: Changes?
  private let plan: Plan
  /// All rules there are, also those that are switched off, as their files have them.
  private let catalogue: [RuleSummary]
  private let baseline: Baseline?
  /// None where links to files are not looked at.
  let local: LocalLinks?

  /// - Throws: ``RunError`` for rule files, settings, a revision and a baseline that cannot be used.
  init(_ plan: Plan) throws(RunError) {
    self.plan = plan
    (engine, catalogue) = try Self.engine(of: plan)
    files = FileRules(
      engine, overrides: plan.settings.overrides, workingDirectory: plan.workingDirectory)
    changes = try Self.changes(of: plan)
    local = try plan.rootFolder.map { root throws(RunError) in
      try LocalLinks(root: root, workingDirectory: plan.workingDirectory)
    }
    baseline = try plan.baseline.map { path throws(RunError) in try BaselineFile.read(path) }
  }

  /// The engine of a plan, and all rules as their files have them.
  static func engine(
    of plan: Plan
  ) throws(RunError) -> (engine: RuleEngine, catalogue: [RuleSummary]) {
    let catalogue: RuleCatalogue
    let engine: RuleEngine
    do throws(RuleFileError) {
      catalogue = try RuleCatalogue(folders: plan.ruleFolders, fields: plan.fieldNames)
      engine = try RuleEngine(
        catalogue, settings: plan.rules,
        overrides: plan.settings.overrides.map { RuleSettings($0.rules) }, now: plan.now)
    } catch {
      throw .ruleFile(error)
    }
    do throws(SettingsError) {
      try plan.settings.check(against: catalogue)
    } catch {
      throw .settings(error)
    }
    for (pattern, _) in plan.rules.selection
    where !catalogue.rules.contains(where: { RuleSettings.fits(pattern, $0.id) }) {
      throw .unknownRule(pattern, nearest: catalogue.nearestPattern(to: pattern))
    }
    return (engine, catalogue.rules.map(\.summary))
  }

  private static func changes(of plan: Plan) throws(RunError) -> Changes? {
    do throws(ChangeError) {
      return try plan.since.map { revision throws(ChangeError) in
        try GitChanges.since(revision, in: plan.workingDirectory)
      }
    } catch {
      throw .changes(error)
    }
  }

  /// What every report may put at its head.
  var header: RunHeader {
    let rules = engine.rules
    let packs = Dictionary(grouping: rules, by: \.id.pack)
    let notRun =
      plan.isOffline
      ? packs.filter { $0.value.allSatisfy(\.scope.needsProbes) }.keys.sorted() : []
    let (off, lowered) = loosened
    return RunHeader(
      version: plan.version, startedAt: plan.showsTimings ? plan.now : nil, rules: rules,
      packsRun: packs.keys.filter { !notRun.contains($0) }.sorted(),
      packsNotRun: notRun.map { PackNotRun(pack: $0, reason: "offline") }, failOn: plan.failOn,
      rulesOff: off, rulesLowered: lowered, shard: plan.shard)
  }

  /// The rules that the configuration switches off or makes less severe, sorted.
  private var loosened: (off: [RuleID], lowered: [RuleID]) {
    let levels =
      [RuleSettings(plan.settings.rules)]
      + plan.settings.overrides.map { RuleSettings($0.rules) }
    return (
      catalogue.map(\.id).filter { id in levels.contains { $0.switchOff(id) } }.sorted(),
      catalogue.filter { rule in levels.contains { $0.lower(rule) } }.map(\.id).sorted()
    )
  }

  /// A fresh one, which has seen no record.
  var writer: RecordWriter {
    let asked = plan.isOffline ? engine.rules.filter { !$0.scope.needsProbes } : engine.rules
    let rules = SuppressionRules(known: catalogue.map(\.id), asked: asked, enabled: engine.rules)
    return RecordWriter(
      engine: engine, files: files,
      suppressor: Suppressor(
        rules: rules, entries: plan.settings.ignore, baseline: baseline, now: plan.now,
        workingDirectory: plan.workingDirectory), isOffline: plan.isOffline)
  }

  /// How many findings the baseline excuses.
  var baselineCount: Int { baseline?.findingCount ?? 0 }

  /// Whether the sources are more than single records, so that what was not found is not there.
  var isWhole: Bool {
    changes == nil && plan.shard == nil
      && plan.inputs.contains { input in
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
