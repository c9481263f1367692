import Links
package import Model
package import Probes
import Records
import Reports
import Rules
package import Store

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
  /// - Parameters:
  ///   - onProgress: called now and then while links are probed, on any thread.
  ///   - onTrouble: called when outcomes cannot be remembered, on any thread; the run goes on.
  /// - Throws: ``RunError`` for what stops the tool; findings are no errors.
  package func execute(
    onProgress: @escaping @Sendable (ProbeProgress?) -> Void,
    onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) async throws(RunError) -> ExitStatus {
    let engine = try makeEngine()
    var reports = try openReports()
    let clock = ContinuousClock.now
    reports.begin(header(engine))

    let records = try await examine(with: engine)
    var table = LinkTable()
    let numbers = records.map { record in record.occurrences.map { table.add($0.destination) } }
    let probes = await LinkProbes.run(
      table.targets, plan: plan, stop: stop, onProgress: onProgress, onTrouble: onTrouble)
    let judgements = table.links.map { probes.judgement(of: $0) }

    var totals = Totals(failOn: plan.failOn)
    var writer = RecordWriter(engine: engine)
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

    var result = totals.result
    result.requests = probes.requests
    result.isComplete = stop.exit == nil && !totals.ranOutOfTime
    if let exit = stop.exit {
      result.exit = exit
    } else if !records.contains(where: \.isRecord) {
      result.exit = .trouble
    }
    if plan.showsTimings { result.duration = clock.duration(to: .now) }
    reports.finish(result)
    if let failure = reports.failures.first { throw .report(failure) }
    if result.records == 0, stop.exit == nil { throw .noRecords(plan.inputs) }
    return result.exit
  }

  /// Reads all records, in order, and asks the rules that need no network.
  private func examine(with engine: RuleEngine) async throws(RunError) -> [Examined] {
    var records: [Examined] = []
    var corpus = CorpusState(of: engine, readsAgain: true)
    do throws(SourceError) {
      var reader = try RecordReader(paths: plan.inputs, options: plan.reading)
      let examiner = Examiner(engine: engine, extractor: LinkExtractor())
      try await OrderedMap.run(
        width: 8,
        next: { () throws(SourceError) in
          stop.exit == nil ? try RecordBatch.next(from: &reader) : nil
        },
        transform: { batch in batch.map { examiner.examine($0) } },
        deliver: { batch in
          for var record in batch {
            // Facts hold the record's text, which is to go.
            if let facts = record.facts.take() { corpus.add(facts) }
            records.append(record)
          }
        })
    } catch {
      throw .source(error)
    }
    for found in corpus.finish() {
      if let ordinal = found.ordinal {
        records[ordinal].findings.append(found.finding)
      } else {
        records.append(Examined(about: found.finding))
      }
    }
    return records
  }

  private func makeEngine() throws(RunError) -> RuleEngine {
    let catalogue: RuleCatalogue
    let engine: RuleEngine
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
    return engine
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
