import Model

/// Gathers the notes of one rule in input order, in little memory a record, and finds what only all
/// of them show.
protocol CorpusTally {
  /// Takes the next note; gives the fault of the record that is known at once.
  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault?

  /// The faults that are known at the end only, in any order.
  mutating func finish() -> [CorpusFault]
}

/// A note with its place, while its record is still there.
struct CorpusEntry {
  let note: CorpusNote
  let place: CorpusPlace
  let source: CorpusFact.Source
  let document: Document

  /// The decoded text of the value, or the link's address, cut.
  var text: String {
    switch source {
    case .value(let index):
      let value = Value(document: document, index: index)
      let bytes = value.kind == .string ? value.utf8 ?? [] : Array(value.source)
      return Redaction.withoutCredentials(
        FindingCollector.shortened(String(decoding: bytes, as: UTF8.self)))
    case .link(let href):
      return Redaction.withoutCredentials(FindingCollector.shortened(href.description))
    }
  }
}

/// A fault that the corpus shows at a place.
struct CorpusFault {
  let place: CorpusPlace
  /// The place that it disagrees with.
  var other: CorpusPlace?
  let evidence: String
  /// What the message's placeholders stand for.
  var values: [(name: String, value: String)] = []
}
