/// All that a run found of one record; reports get them in input order.
package struct RecordReport: Sendable {
  package let key: RecordKey
  /// The record's first byte.
  package let start: SourceLocation
  /// Whether the text was read as a record; if not, the findings say why and no rule was run.
  package let isReadable: Bool
  /// By place, then rule.
  package let findings: [Finding]
  /// Every occurrence, by place.
  package let links: [JudgedLink]
  /// False for findings about a rule file, the configuration or a file that was not opened, which
  /// stand in reports like a record's and are not counted as one.
  package let isRecord: Bool

  package init(
    key: RecordKey, start: SourceLocation, isReadable: Bool, findings: [Finding],
    links: [JudgedLink], isRecord: Bool = true
  ) {
    self.key = key
    self.start = start
    self.isReadable = isReadable
    self.findings = findings
    self.links = links
    self.isRecord = isRecord
  }
}

/// What is held of one link, however often it occurs.
package struct LinkReport: Sendable {
  package let destination: Destination
  package let judgement: Judgement
  package let occurrences: Int

  package init(destination: Destination, judgement: Judgement, occurrences: Int) {
    self.destination = destination
    self.judgement = judgement
    self.occurrences = occurrences
  }
}
