import Links
import Model
import Records
import Rules
import Settings
import Suppressions

/// Reads one record and looks at it with all rules that need no network. Pure, for any thread.
struct Examiner: Sendable {
  let engine: RuleEngine
  let extractor: LinkExtractor
  let identity: RecordIdentity
  let files: FileRules
  let filter: LinkFilter
  /// None where all records are of interest.
  let changes: Changes?

  func examine(_ raw: RawRecord) -> Examined {
    let read = raw.read()
    let variant = files.variant(of: read.start.file)
    let readFindings = variant.settled(read.findings, isReadable: read.record != nil)
    guard let record = read.record else {
      return Examined(
        key: read.key, identity: RecordIdentity.identity(ofFile: read.start.file),
        start: read.start, isReadable: false, findings: readFindings, occurrences: [], facts: nil,
        isRecord: raw.isRecord, isChanged: changes?.hold(read.start.file) ?? true)
    }
    let identity = identity.identity(of: record)
    let markdown = extractor.markdown(of: record)
    let occurrences = extractor.occurrences(in: record, markdown: markdown).map(settled)
    let examination = engine.examine(
      record, links: occurrences, markdown: markdown.map { MarkdownText($0) }, as: variant)
    guard changes?.hold(record) ?? true else {
      return Examined(
        key: read.key, identity: identity, start: read.start, isReadable: true, findings: [],
        occurrences: [], facts: examination.facts, isChanged: false)
    }
    return Examined(
      key: read.key, identity: identity, start: read.start, isReadable: true,
      findings: readFindings + examination.findings, occurrences: occurrences,
      facts: examination.facts,
      allowances: RecordAllowances(
        in: record, markdown: markdown.map { ($0.path, $0.text, $0.document) }))
  }

  /// The occurrence, marked when its link is left out.
  private func settled(_ occurrence: LinkOccurrence) -> LinkOccurrence {
    guard case .target(let target, _) = occurrence.destination, filter.excludes(target.url) else {
      return occurrence
    }
    return LinkOccurrence(
      href: occurrence.href, role: occurrence.role, field: occurrence.field,
      span: occurrence.span, bodyPosition: occurrence.bodyPosition,
      destination: .unprobed(occurrence.href, .excluded))
  }
}

/// What is kept of a record when its text is gone: see ``PackedRecord``.
struct Examined: Sendable {
  let key: RecordKey
  /// For fingerprints.
  let identity: String
  /// Whether another record of the run may have the same identity.
  var isIdentityShared = true
  let start: SourceLocation
  let isReadable: Bool
  var findings: [Finding]
  let occurrences: [LinkOccurrence]
  let facts: RecordFacts?
  /// The suppressions that stand in the record.
  var allowances = RecordAllowances()
  /// False for findings about a rule file or a file that was not opened, which stand in the reports
  /// like a record's.
  var isRecord = true
  /// False for records that only the rules over the corpus look at.
  var isChanged = true
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
