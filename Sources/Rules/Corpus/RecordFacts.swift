import Model

/// What the rules over the corpus must know of one record: a pure value, made in any thread.
///
/// It holds the record's text, so it lives only until a ``CorpusState`` has taken it.
package struct RecordFacts: Sendable {
  let record: CorpusRecord
  var facts: [CorpusFact] = []
  /// The selectors of watched rules that picked something.
  var matched: [SelectorMatch] = []
}

/// A record on its way into the state of a corpus.
struct CorpusRecord: Sendable {
  let ordinal: Int
  let key: RecordKey
  let document: Document
}

struct SelectorMatch: Hashable, Sendable {
  /// Position among the engine's watched rules.
  let rule: Int
  /// Position among the rule's selectors.
  let selector: Int
}

/// What one rule keeps of one value or link.
struct CorpusFact: Sendable {
  /// Position among the engine's corpus rules.
  let rule: Int
  let note: CorpusNote
  let source: Source
  let field: FieldPath
  /// The bytes of the document that a finding marks.
  let range: Range<Int>
  /// Of the first of them; filled in when all facts of the record are known.
  var line = 1
  var column = 1
  var columnInUTF8 = 1

  /// What the fact is about.
  enum Source: Sendable {
    /// A value, by its index on the tape.
    case value(Int)
    case link(Href)
  }
}

/// What a kind says of a value to its tally.
enum CorpusNote: Sendable {
  /// What must be rare or the only one.
  case key(Hash128)
  /// One of several forms of the same.
  case variant(of: Hash128, text: String)
  /// An address that the record publishes, and its folder where it counts as one of the corpus.
  case published(UInt64, folder: UInt64?)
  /// An address that the record links to.
  case linked(UInt64, folder: UInt64)
  case sketch(TextSketch)
}
