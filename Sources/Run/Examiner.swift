import Links
import Model
import Records
import Rules

/// Reads one record and looks at it with all rules that need no network. Pure, for any thread.
struct Examiner: Sendable {
  let engine: RuleEngine
  let extractor: LinkExtractor

  func examine(_ raw: RawRecord) -> Examined {
    let read = raw.read()
    guard let record = read.record else {
      return Examined(
        key: read.key, start: read.start, isReadable: false, findings: read.findings,
        occurrences: [], facts: nil, isRecord: raw.isRecord)
    }
    let markdown = extractor.markdown(of: record)
    let occurrences = extractor.occurrences(in: record, markdown: markdown)
    let examination = engine.examine(
      record, links: occurrences, markdown: markdown.map { MarkdownText($0) })
    return Examined(
      key: read.key, start: read.start, isReadable: true,
      findings: read.findings + examination.findings, occurrences: occurrences,
      facts: examination.facts)
  }
}

/// What is kept of a record when its text is gone.
struct Examined: Sendable {
  let key: RecordKey
  let start: SourceLocation
  let isReadable: Bool
  var findings: [Finding]
  let occurrences: [LinkOccurrence]
  var facts: RecordFacts?
  /// False for findings about a rule file or a file that was not opened, which stand in the reports like a record's.
  var isRecord = true
}

extension Examined {
  /// A finding that is about a rule file and not about a record.
  init(about finding: Finding) {
    self.init(
      key: finding.record, start: finding.span.start, isReadable: true, findings: [finding],
      occurrences: [], facts: nil, isRecord: false)
  }
}
