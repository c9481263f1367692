import Links
import Model
import Records
import Rules
import Suppressions

/// Reads one record and looks at it with all rules that need no network. Pure, for any thread.
struct Examiner: Sendable {
  let engine: RuleEngine
  let extractor: LinkExtractor

  func examine(_ raw: RawRecord) -> Examined {
    let read = raw.read()
    guard let record = read.record else {
      return Examined(
        key: read.key, identity: RecordIdentity.identity(ofFile: read.start.file),
        start: read.start, isReadable: false, findings: read.findings, occurrences: [], facts: nil)
    }
    let markdown = extractor.markdown(of: record)
    let occurrences = extractor.occurrences(in: record, markdown: markdown)
    let examination = engine.examine(record, links: occurrences)
    return Examined(
      key: read.key, identity: RecordIdentity.identity(of: record), start: read.start,
      isReadable: true, findings: read.findings + examination.findings, occurrences: occurrences,
      facts: examination.facts,
      allowances: RecordAllowances(
        in: record, markdown: markdown.map { ($0.path, $0.text, $0.document) }))
  }
}

/// What is kept of a record when its text is gone.
struct Examined: Sendable {
  let key: RecordKey
  /// For fingerprints.
  let identity: String
  let start: SourceLocation
  let isReadable: Bool
  var findings: [Finding]
  let occurrences: [LinkOccurrence]
  let facts: RecordFacts?
  /// The suppressions that stand in the record.
  var allowances = RecordAllowances()
  /// False for findings about a rule file, which stand in the reports like a record's.
  var isRecord = true
}

extension Examined {
  /// A finding that is about a rule file, the configuration or the baseline, and not about a record.
  init(about finding: Finding) {
    self.init(
      key: finding.record, identity: RecordIdentity.identity(ofFile: finding.record.description),
      start: finding.span.start, isReadable: true, findings: [finding],
      occurrences: [], facts: nil, isRecord: false)
  }
}
