import Model
import Rules
import Suppressions

/// Joins a record with what is held of its links, and finishes its findings: their excerpts, their
/// order, their suppressions, their fingerprints.
struct RecordWriter {
  private let engine: RuleEngine
  private let files: FileRules
  private let isOffline: Bool
  private var fingerprints = Fingerprints()
  private var sources = SourceExcerpts()
  private(set) var suppressor: Suppressor
  /// What the pages of the run's records show; none where none were read.
  var pages: PageFindings?
  /// For each finding of the last report, the fingerprint of the first of its equals.
  private(set) var firstFingerprints: [String] = []

  /// - Parameter isOffline: whether the rules about links are not asked.
  init(engine: RuleEngine, files: FileRules, suppressor: Suppressor, isOffline: Bool) {
    self.engine = engine
    self.files = files
    self.suppressor = suppressor
    self.isOffline = isOffline
  }

  /// - Parameter judgements: one for each occurrence of the record.
  mutating func report(_ record: Examined, judgements: [Judgement]) -> RecordReport {
    let links = zip(record.occurrences, judgements).map { occurrence, judgement in
      JudgedLink(occurrence: occurrence, judgement: judgement)
    }
    var findings = record.findings
    // Others have theirs, or none because it would show a password.
    for index in findings.indices
    where findings[index].excerpt == nil && engine.isOverCorpus(findings[index].rule) {
      findings[index].excerpt = sources.excerpt(of: findings[index].span)
    }
    let variant = files.variant(of: record.start.file)
    // What the records know of their links is told by reports without the network too.
    for link in links where !isOffline {
      for var finding in engine.findings(for: link, in: record.key, as: variant) {
        if finding.excerpt == nil { finding.excerpt = sources.excerpt(of: finding.span) }
        findings.append(finding)
      }
    }
    for fault in pages?.faults(of: record, judgements, &sources) ?? [] {
      for var finding in engine.findings(of: [fault], in: record.key, as: variant) {
        finding.excerpt = sources.excerpt(of: finding.span)
        findings.append(finding)
      }
    }
    if record.isRecord {
      suppressor.judge(
        &findings, by: record.allowances, of: record.key, in: record.start.file, links: links)
    }
    // What is said of excuses and rule files follows the overrides of the file where it stands.
    findings = findings.compactMap { $0.rule.pack == "rules" ? variant.settled($0) : $0 }
    findings.sort { left, right in
      let (first, second) = (left.span.start.offset, right.span.start.offset)
      return first == second ? left.rule < right.rule : first < second
    }
    firstFingerprints = fingerprints.assign(
      to: &findings, of: record.identity, isShared: record.isIdentityShared)
    suppressor.markBaselined(&findings, fingerprints: firstFingerprints)
    return RecordReport(
      key: record.key, start: record.start, isReadable: record.isReadable, findings: findings,
      links: links, isRecord: record.isRecord)
  }
}
