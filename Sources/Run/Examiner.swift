import Links
import Model
import Pages
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
  /// What the record's pages are compared with; none where no rule about pages is asked.
  let pageFields: PageFields?
  /// None where all records are of interest.
  let changes: Changes?
  /// None where this run reports all records.
  let shard: Shard?

  func examine(_ raw: RawRecord) -> Examined {
    let read = raw.read()
    let variant = files.variant(of: read.start.file)
    let readFindings = variant.settled(read.findings, isReadable: read.record != nil)
    guard let record = read.record else {
      let identity = RecordIdentity.identity(ofFile: read.start.file)
      return Examined(
        key: read.key, identity: identity, start: read.start, isReadable: false,
        findings: readFindings, occurrences: [], facts: nil, isRecord: raw.isRecord,
        isChanged: changes?.hold(read.start.file) ?? true, isElsewhere: isElsewhere(identity))
    }
    let identity = identity.identity(of: record)
    let markdown = extractor.markdown(of: record)
    let occurrences = extractor.occurrences(in: record, markdown: markdown).map(settled)
    let examination = engine.examine(
      record, links: occurrences, markdown: markdown.map { MarkdownText($0) }, as: variant)
    let page = extractor.page(of: record, occurrences: occurrences, markdown: markdown)
    let isElsewhere = isElsewhere(identity)
    guard !isElsewhere, changes?.hold(record) ?? true else {
      return Examined(
        key: read.key, identity: identity, start: read.start, isReadable: true, findings: [],
        occurrences: [], facts: examination.facts, page: page, isChanged: false,
        isElsewhere: isElsewhere)
    }
    return Examined(
      key: read.key, identity: identity, start: read.start, isReadable: true,
      findings: readFindings + examination.findings, occurrences: occurrences,
      facts: examination.facts, page: page,
      pages: pageFields.flatMap { PageExpectation(record, markdown, occurrences, $0) },
      allowances: RecordAllowances(
        in: record, markdown: markdown.map { ($0.path, $0.text, $0.document) }))
  }

  private func isElsewhere(_ identity: String) -> Bool {
    shard.map { !$0.holds(identity) } ?? false
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
  /// What the record publishes.
  var page: PublishedPage?
  /// What the record's pages must say; none where none is compared.
  var pages: PageExpectation?
  /// The suppressions that stand in the record.
  var allowances = RecordAllowances()
  /// False for findings about a rule file or a file that was not opened, which stand in the reports
  /// like a record's.
  var isRecord = true
  /// False for records that only the rules over the corpus look at.
  var isChanged = true
  /// Whether another part of the run reports the record.
  var isElsewhere = false
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
