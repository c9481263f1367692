import Links
package import Model
package import Probes
import Records
import Reports
import Rules
import Settings

/// One run of `stet check`: extract, probe, judge, report.
package final class CheckRun: Sendable {
  private let plan: Plan
  private let stop = StopFlag()

  package init(_ plan: Plan) {
    self.plan = plan
  }

  /// Ends the run early: what was not read or probed yet is left out, and the reports say so.
  ///
  /// - Parameter exit: what the process says to its caller then.
  package func interrupt(exit: ExitStatus) {
    stop.raise(exit)
  }

  /// Runs to the end.
  ///
  /// - Parameter onProgress: called now and then while links are probed, on any thread.
  /// - Throws: ``RunError`` for what stops the tool; findings are no errors.
  package func execute(
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void
  ) async throws(RunError) -> ExitStatus {
    let engine = try makeEngine()
    let files = FileRules(
      engine, overrides: plan.settings.overrides, workingDirectory: plan.workingDirectory)
    let changes = try makeChanges()
    var reports = try openReports()
    let clock = ContinuousClock.now
    reports.begin(header(engine))

    let all = try await examine(with: engine, files, changes)
    let records = all.filter(\.isChanged)
    var table = LinkTable()
    let numbers = records.map { record in record.occurrences.map { table.add($0.destination) } }
    let probes = await LinkProbes.run(
      table.targets, plan: plan, stop: stop, onProgress: onProgress)
    let judgements = table.links.map { probes.judgement(of: $0) }

    var totals = Totals(failOn: plan.failOn)
    var writer = RecordWriter(engine: engine, files: files)
    for (record, links) in zip(records, numbers) {
      let report = writer.report(record, judgements: links.map { judgements[$0] })
      totals.add(report, isRecord: record.isRecord)
      reports.record(report)
    }
    for (number, link) in table.links.enumerated() {
      let report = LinkReport(
        destination: link, judgement: judgements[number], occurrences: table.occurrences[number])
      totals.add(report)
      reports.link(report)
    }

    totals.apply(plan.settings.doubtful?.value)

    var result = totals.result
    result.unchanged = all.count - records.count
    result.requests = probes.requests
    result.isComplete = stop.exit == nil && !totals.ranOutOfTime
    if let exit = stop.exit {
      result.exit = exit
    } else if all.isEmpty {
      result.exit = .trouble
    }
    if plan.showsTimings { result.duration = clock.duration(to: .now) }
    reports.finish(result)
    if let failure = reports.failures.first { throw .report(failure) }
    if all.isEmpty, stop.exit == nil { throw .noRecords(plan.inputs) }
    return result.exit
  }

  /// Reads all records, in order, and asks the rules that need no network.
  private func examine(
    with engine: RuleEngine, _ files: FileRules, _ changes: Changes?
  ) async throws(RunError) -> [Examined] {
    var records: [Examined] = []
    var corpus = CorpusState(of: engine)
    do throws(SourceError) {
      var reader = try RecordReader(paths: plan.inputs, options: plan.reading)
      let examiner = Examiner(
        engine: engine, extractor: LinkExtractor(fields: plan.fields), files: files,
        links: plan.settings.links, changes: changes)
      try await OrderedMap.run(
        width: 8,
        next: { () throws(SourceError) in
          stop.exit == nil ? try RecordBatch.next(from: &reader) : nil
        },
        transform: { batch in batch.map { examiner.examine($0) } },
        deliver: { batch in
          for record in batch { if let facts = record.facts { corpus.add(facts) } }
          records.append(contentsOf: batch)
        })
    } catch {
      throw .source(error)
    }
    for found in corpus.finish() {
      if let ordinal = found.ordinal {
        let variant = files.variant(of: found.finding.span.start.file)
        if let finding = variant.settled(found.finding) {
          records[ordinal].findings.append(finding)
        }
      } else {
        records.append(Examined(about: found.finding))
      }
    }
    return records
  }

  /// Makes sure that the rules of a plan can be asked, as a run does first.
  package static func checkRules(of plan: Plan) throws(RunError) {
    _ = try CheckRun(plan).makeEngine()
  }

  private func makeEngine() throws(RunError) -> RuleEngine {
    let catalogue: RuleCatalogue
    let engine: RuleEngine
    do throws(RuleFileError) {
      catalogue = try RuleCatalogue(folders: plan.ruleFolders)
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
    return engine
  }

  private func makeChanges() throws(RunError) -> Changes? {
    do throws(ChangeError) {
      return try plan.since.map { revision throws(ChangeError) in
        try GitChanges.since(revision, in: plan.workingDirectory)
      }
    } catch {
      throw .changes(error)
    }
  }

  private func openReports() throws(RunError) -> ReportSet {
    do throws(ReportError) {
      return try ReportSet(plan.reports, options: plan.reportOptions)
    } catch {
      throw .report(error)
    }
  }

  private func header(_ engine: RuleEngine) -> RunHeader {
    let needsProbes: Set<RuleScope> = [.link, .page]
    let packs = Dictionary(grouping: engine.rules, by: \.id.pack)
    let notRun =
      plan.isOffline
      ? packs.filter { $0.value.allSatisfy { needsProbes.contains($0.scope) } }.keys.sorted() : []
    return RunHeader(
      version: plan.version, startedAt: plan.showsTimings ? plan.now : nil, rules: engine.rules,
      packsRun: packs.keys.filter { !notRun.contains($0) }.sorted(),
      packsNotRun: notRun.map { PackNotRun(pack: $0, reason: "offline") }, failOn: plan.failOn)
  }
}
