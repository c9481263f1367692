import Links
package import Model
import Probes
import Records
import Reports
import Rules
import Settings
import Suppressions

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
  /// - Throws: ``RunError`` for what stops the tool; findings are no errors.
  package func execute(
    _ observer: RunObserver = RunObserver()
  ) async throws(RunError) -> ExitStatus {
    let session = try Session(plan)
    var reports = try openReports()
    let clock = ContinuousClock.now
    reports.begin(session.header)

    var mending = plan.fixing.map { Mending(plan, allowed: $0) }
    let judged = try await judge(session, &mending, observer)
    if stop.exit == nil { try mending?.write() }

    var totals = Totals(failOn: plan.failOn)
    var writer = session.writer
    writer.pages = try PageFindings(judged)
    try judged.forEach { record, judgements throws(RunError) in
      let report = writer.report(record, judgements: judgements)
      totals.add(report, isRecord: record.isRecord)
      reports.record(report)
    }
    for finding in writer.pages?.findings(by: session.engine) ?? [] {
      let report = writer.report(Examined(about: finding), judgements: [])
      totals.add(report, isRecord: false)
      reports.record(report)
    }
    for finding in writer.suppressor.finish(isWhole: stop.exit == nil && session.isWhole) {
      let report = writer.report(Examined(about: finding), judgements: [])
      totals.add(report, isRecord: false)
      reports.record(report)
    }
    judged.forEachLink { link in
      totals.add(link)
      reports.link(link)
    }

    totals.apply(plan.settings.doubtful?.value)

    var result = totals.result
    result.fixes = mending?.totals
    result.unchanged = judged.unchanged
    result.requests = judged.requests
    result.isComplete = stop.exit == nil && !totals.ranOutOfTime
    if let exit = stop.exit {
      result.exit = exit
    } else if judged.isEmpty || judged.unreachedHosts > 0 {
      result.exit = .trouble
    }
    if plan.showsTimings { result.duration = clock.duration(to: .now) }
    reports.finish(result)
    if let failure = reports.failures.first { throw .report(failure) }
    if judged.isEmpty, stop.exit == nil { throw .noRecords(plan.inputs) }
    if judged.unreachedHosts > 0, stop.exit == nil {
      throw .networkUnusable(hosts: judged.unreachedHosts)
    }
    return result.exit
  }

  /// What the edits of `--fix` would change, as a unified diff. Writes no file and no report.
  ///
  /// - Returns: what would be mended; none of it when the run was told to end.
  /// - Throws: ``RunError``
  package func diff(
    _ observer: RunObserver = RunObserver(), write: ([UInt8]) -> Void
  ) async throws(RunError) -> (totals: FixTotals, exit: ExitStatus) {
    let session = try Session(plan)
    var mending: Mending? = Mending(plan, allowed: plan.fixing ?? .safe)
    let judged = try await judge(
      session, &mending, probes: session.engine.mendsLinks(plan.fixing ?? .safe),
      observer)
    if let exit = stop.exit { return (FixTotals(), exit) }
    if judged.isEmpty { throw .noRecords(plan.inputs) }
    for diff in mending?.diffs ?? [] { write(diff) }
    let totals = mending?.totals ?? FixTotals()
    return (totals, totals.files > 0 ? .findings : .clean)
  }

  /// All findings that nothing excuses, as a baseline; or, where the plan has a baseline, what is
  /// left of it.
  ///
  /// - Returns: what was written, and how many lines it had and has; none when the run was told to
  ///   end, which writes nothing.
  /// - Throws: ``RunError``
  package func writeBaseline(
    to path: String, _ observer: RunObserver = RunObserver()
  ) async throws(RunError) -> BaselineCount? {
    let session = try Session(plan)
    var mending: Mending?
    let judged = try await judge(session, &mending, observer)
    if stop.exit != nil { return nil }
    if judged.isEmpty { throw .noRecords(plan.inputs) }
    var writer = session.writer
    writer.pages = try PageFindings(judged)
    var found: [(finding: Finding, fingerprint: String)] = []
    try judged.forEach { record, judgements throws(RunError) in
      let report = writer.report(record, judgements: judgements)
      found += zip(report.findings, writer.firstFingerprints).filter { $0.0.suppression == nil }
        .map { (finding: $0, fingerprint: $1) }
    }
    for finding in writer.pages?.findings(by: session.engine) ?? [] {
      let report = writer.report(Examined(about: finding), judgements: [])
      found += zip(report.findings, writer.firstFingerprints).filter { $0.0.suppression == nil }
        .map { (finding: $0, fingerprint: $1) }
    }
    let pruned = writer.suppressor.prunedBaseline()
    let baseline = pruned ?? Baseline(found)
    let before = session.baselineCount
    try BaselineFile.write(baseline, to: path)
    return BaselineCount(before: before, after: baseline.findingCount)
  }

  /// How the run was told to end, if it was.
  package var stopped: ExitStatus? { stop.exit }

  /// Reads, mends where that is asked for, and probes.
  private func judge(
    _ session: Session, _ mending: inout Mending?, probes: Bool = true,
    _ observer: RunObserver
  ) async throws(RunError) -> JudgedRecords {
    var plan = plan
    plan.isOffline = plan.isOffline || !probes
    let examined = try await examine(with: session)
    plan.probingEnds = plan.probing.maxTime.map { .now + $0 }
    var judged = JudgedRecords(examined, LinkProbes(plan, session.local, stop: stop, observer))
    try await mend(&judged, with: &mending, session) { _ in }
    let twins =
      session.engine.asksSecureTwins ? SecureTwins(plan, stop: stop, observer) : nil
    await judged.probe(twins)
    try await mend(&judged, with: &mending, session) { await $0.probe(twins) }
    try await judged.askErrorPages(ErrorPages(plan, stop: stop, observer))
    try await judged.askListings(
      ListingCheck(
        plan, isAsked: session.engine.asksListings, isWhole: session.isWhole, stop: stop, observer))
    if stop.exit == nil { await judged.suggest(plan) }
    judged.finish()
    return judged
  }

  /// Reads all again for as long as there is something to mend.
  private func mend(
    _ judged: inout JudgedRecords, with mending: inout Mending?, _ session: Session,
    then: (inout JudgedRecords) async -> Void
  ) async throws(RunError) {
    while stop.exit == nil, try mending?.step(judged, session.writer) == true {
      judged.replace(
        try await examine(
          with: session, overlays: mending?.overlays ?? [:], continuing: judged.links))
      await then(&judged)
    }
  }

  /// Reads all records, in order, and asks the rules that need no network.
  ///
  /// - Parameter links: those of an earlier reading, whose targets keep their numbers.
  private func examine(
    with session: Session, overlays: [[UInt8]: [UInt8]] = [:],
    continuing links: LinkTable = LinkTable()
  ) async throws(RunError) -> ExaminedRecords {
    let fields = plan.fields
    var records = ExaminedRecords(fields, continuing: links)
    var corpus = CorpusState(of: session.engine, readsAgain: overlays.isEmpty)
    var own = OwnPages()
    var reading = plan.reading
    reading.overlays = overlays
    reading.keyNames = plan.fieldNames.names(of: "slug")
    var reader = try Self.reader(of: plan.inputs, reading)
    let examiner = Examiner(
      engine: session.engine, extractor: LinkExtractor(fields: fields),
      identity: RecordIdentity(plan.fieldNames), files: session.files, filter: plan.filter,
      pageFields: plan.pageFields(for: session.engine.pageAspects),
      changes: session.changes, shard: plan.shard)
    try await OrderedMap.run(
      width: 8,
      next: { () throws(RunError) in
        stop.exit == nil ? try Self.batch(from: &reader) : nil
      },
      transform: { batch in batch.map { PackedRecord(examiner.examine($0), fields) } },
      deliver: { batch throws(RunError) in
        for record in batch {
          if let facts = record.facts { corpus.add(facts) }
          if let page = record.page { own.add(page) }
          try records.append(record)
        }
      })
    own.finish()
    records.settle(by: own)
    for found in corpus.finish() {
      if let ordinal = found.ordinal {
        let variant = session.files.variant(of: found.finding.span.start.file)
        if let finding = variant.settled(found.finding) {
          records.add(finding, toRecord: ordinal)
        }
      } else {
        try records.append(PackedRecord(Examined(about: found.finding)))
      }
    }
    return records
  }

  private static func reader(
    of inputs: [String], _ options: ReadOptions
  ) throws(RunError) -> RecordReader {
    do throws(SourceError) {
      return try RecordReader(paths: inputs, options: options)
    } catch {
      throw .source(error)
    }
  }

  private static func batch(from reader: inout RecordReader) throws(RunError) -> [RawRecord]? {
    do throws(SourceError) {
      return try RecordBatch.next(from: &reader)
    } catch {
      throw .source(error)
    }
  }

  /// Makes sure that the rules of a plan can be asked, as a run does first.
  package static func checkRules(of plan: Plan) throws(RunError) {
    _ = try Session.engine(of: plan)
  }

  private func openReports() throws(RunError) -> ReportSet {
    do throws(ReportError) {
      return try ReportSet(plan.reports, options: plan.reportOptions)
    } catch {
      throw .report(error)
    }
  }
}
