package import Model

/// Joins native reports of one run that was shared by several jobs: records in the order of the
/// reports, each once; links once, however many of them met one; totals counted anew.
///
/// What only all records together show is complete where the jobs were given parts of one run
/// (``Shard``): each has looked at all records. Else each looked in its own.
package struct ResultMerge {
  private let readers: [ResultReader]

  package init(_ readers: [ResultReader]) {
    self.readers = readers
  }

  /// Calls with what one run would have told.
  package func read(_ body: (ResultEvent) throws(ResultError) -> Void) throws(ResultError) {
    let (headers, results) = try ends()
    guard let header = Self.joined(headers) else { return }
    try body(.header(header))
    var seen: Set<SourceLocation> = []
    var links: [LinkReport] = []
    var positions: [LinkKey: Int] = [:]
    var totals = Totals(failOn: header.failOn)
    for reader in readers {
      var fresh: Set<LinkKey> = []
      try reader.read { (event) throws(ResultError) in
        switch event {
        case .header, .result: break
        case .record(let report):
          guard seen.insert(report.start).inserted else { return }
          let record = Self.joined(report)
          totals.add(record)
          try body(.record(record))
        case .link(let report):
          let link = LinkReport(
            destination: Self.joined(report.destination), judgement: report.judgement,
            occurrences: report.occurrences)
          let key = LinkKey(link.destination)
          guard let position = positions[key], !fresh.contains(key) else {
            positions[key] = links.count
            fresh.insert(key)
            links.append(link)
            return
          }
          links[position] = Self.joined(links[position], link)
        }
      }
    }
    for link in links { try body(.link(link)) }
    var result = totals.result(of: results, links: links)
    if !Self.missing(of: headers.compactMap(\.shard)).isEmpty { result.isComplete = false }
    try body(.result(result))
  }

  /// The parts that are not among the reports, where these are parts of a run.
  package func missingShards() throws(ResultError) -> [Shard] {
    Self.missing(of: try ends().headers.compactMap(\.shard))
  }

  private static func missing(of shards: [Shard]) -> [Shard] {
    let there = Set(shards)
    let counts = Set(shards.map(\.count)).sorted()
    return counts.flatMap { count in (1...count).compactMap { Shard($0, of: count) } }
      .filter { !there.contains($0) }
  }

  /// Each report's header and totals.
  private func ends() throws(ResultError) -> (headers: [RunHeader], results: [RunResult]) {
    var headers: [RunHeader] = []
    var results: [RunResult] = []
    for reader in readers {
      try reader.read { event in
        switch event {
        case .header(let header): headers.append(header)
        case .result(let result): results.append(result)
        case .record, .link: break
        }
      }
    }
    return (headers, results)
  }

  /// The header of all.
  private static func joined(_ headers: [RunHeader]) -> RunHeader? {
    guard let first = headers.first else { return nil }
    let rules = Dictionary(headers.flatMap(\.rules).map { ($0.id, $0) }) { first, _ in first }
    let run = Set(headers.flatMap(\.packsRun))
    let notRun = Dictionary(headers.flatMap(\.packsNotRun).map { ($0.pack, $0) }) { first, _ in
      first
    }
    return RunHeader(
      version: first.version, startedAt: headers.compactMap(\.startedAt).min(),
      rules: rules.values.sorted { $0.id < $1.id }, packsRun: run.sorted(),
      packsNotRun: notRun.values.filter { !run.contains($0.pack) }.sorted { $0.pack < $1.pack },
      failOn: headers.map(\.failOn).min() ?? first.failOn,
      rulesOff: Set(headers.flatMap(\.rulesOff)).sorted(),
      rulesLowered: Set(headers.flatMap(\.rulesLowered)).sorted())
  }

  /// The record with links that are known by what they look like: numbers are of one report.
  private static func joined(_ report: RecordReport) -> RecordReport {
    let links = report.links.map { link in
      let old = link.occurrence
      return JudgedLink(
        occurrence: LinkOccurrence(
          href: old.href, role: old.role, field: old.field, span: old.span,
          bodyPosition: old.bodyPosition, destination: joined(old.destination)),
        judgement: link.judgement)
    }
    return RecordReport(
      key: report.key, start: report.start, isReadable: report.isReadable,
      findings: report.findings, links: links, isRecord: report.isRecord)
  }

  private static func joined(_ destination: Destination) -> Destination {
    switch destination {
    case .target(let target, let fragment):
      .target(Target(url: target.url, identity: target.url), fragment: fragment)
    case .unprobed: destination
    }
  }

  /// One link that two jobs met: what one of them knows counts more than that it was not asked.
  private static func joined(_ first: LinkReport, _ second: LinkReport) -> LinkReport {
    let known = first.judgement.verdict == .unchecked ? second.judgement : first.judgement
    return LinkReport(
      destination: first.destination, judgement: known,
      occurrences: first.occurrences + second.occurrences)
  }

  /// Counts what the reports hold together.
  private struct Totals {
    let failOn: Severity
    private var result = RunResult()
    private var isFailing = false

    init(failOn: Severity) {
      self.failOn = failOn
    }

    mutating func add(_ report: RecordReport) {
      if report.isRecord { result.records += 1 }
      result.occurrences += report.links.count
      for finding in report.findings {
        if let suppression = finding.suppression {
          result.suppressed += 1
          result.suppressedBy[suppression.origin, default: 0] += 1
          continue
        }
        result.findings[finding.severity, default: 0] += 1
        isFailing = isFailing || finding.severity >= failOn
      }
    }

    func result(of results: [RunResult], links: [LinkReport]) -> RunResult {
      var result = result
      for link in links { result.links[link.judgement.verdict, default: 0] += 1 }
      result.unchanged = results.reduce(0) { $0 + $1.unchanged }
      result.requests = results.reduce(0) { $0 + $1.requests }
      result.exceeded = results.flatMap(\.exceeded)
      result.isComplete = results.allSatisfy(\.isComplete)
      result.duration = results.compactMap(\.duration).max()
      let fixes = results.compactMap(\.fixes)
      if !fixes.isEmpty {
        var all = FixTotals()
        all.fixed = fixes.flatMap(\.fixed)
        all.files = fixes.reduce(0) { $0 + $1.files }
        all.remarks = fixes.flatMap(\.remarks)
        result.fixes = all
      }
      // What stopped one job stopped the run; then findings count.
      let exits = results.map(\.exit)
      let stops: [ExitStatus] = [.interrupted, .terminated, .trouble]
      result.exit =
        stops.first { exits.contains($0) }
        ?? (isFailing || !result.exceeded.isEmpty ? .findings : .clean)
      return result
    }
  }
}
