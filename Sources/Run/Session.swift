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
  /// All rules there are, also those that are switched off.
  private let known: [RuleID]
  private let baseline: Baseline?
  /// None where links to files are not looked at.
  let local: LocalLinks?

  /// - Throws: ``RunError`` for rule files, settings, a revision and a baseline that cannot be used.
  init(_ plan: Plan) throws(RunError) {
    self.plan = plan
    (engine, known) = try Self.engine(of: plan)
    files = FileRules(
      engine, overrides: plan.settings.overrides, workingDirectory: plan.workingDirectory)
    changes = try Self.changes(of: plan)
    local = try plan.rootFolder.map { root throws(RunError) in
      try LocalLinks(root: root, workingDirectory: plan.workingDirectory)
    }
    baseline = try plan.baseline.map { path throws(RunError) in try BaselineFile.read(path) }
  }

  /// The engine of a plan, and the IDs of all rules.
  static func engine(of plan: Plan) throws(RunError) -> (engine: RuleEngine, known: [RuleID]) {
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
      throw .unknownRule(pattern, nearest: catalogue.nearestID(to: pattern)?.description)
    }
    return (engine, catalogue.rules.map(\.id))
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

  /// A fresh one, which has seen no record.
  var writer: RecordWriter {
    let asked = plan.isOffline ? engine.rules.filter { !$0.scope.needsProbes } : engine.rules
    let rules = SuppressionRules(known: known, asked: asked, enabled: engine.rules)
    return RecordWriter(
      engine: engine, files: files,
      suppressor: Suppressor(
        rules: rules, entries: plan.settings.ignore, baseline: baseline, now: plan.now,
        workingDirectory: plan.workingDirectory))
  }

  /// How many findings the baseline excuses.
  var baselineCount: Int { baseline?.findingCount ?? 0 }

  /// Whether the sources are more than single records, so that what was not found is not there.
  var isWhole: Bool {
    changes == nil
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
