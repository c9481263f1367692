import Model

/// What the rules over the corpus keep of one record.
package struct RecordFacts: Sendable {
  var examined = 0
  var forms: [CorpusFact] = []
  /// The selectors of watched rules that picked something.
  var matched: [SelectorMatch] = []
}

struct SelectorMatch: Hashable, Sendable {
  /// Position among the engine's watched rules.
  let rule: Int
  /// Position among the rule's selectors.
  let selector: Int
}

/// One value that a rule over the corpus counts: small, for there may be millions.
struct CorpusFact: Sendable {
  /// Position among the engine's corpus rules.
  let rule: Int32
  let line: Int32
  let column: Int32
  let columnInUTF8: Int32
  let length: Int32
  /// The length in code points.
  let width: Int32
  let offset: Int
  /// Of the record in the input.
  let ordinal: Int
  let form: String
  let record: RecordKey
  let file: String
  let field: FieldPath

  /// - Parameter field: the value's path where it is known; it is shared by many.
  init(
    _ subject: Subject, at field: FieldPath?, in context: RecordContext, rule: Int, form: String
  ) {
    let range = subject.value?.range ?? subject.sourceRange
    let document = context.record.document
    let start = document.location(of: range.lowerBound)
    self.rule = Int32(rule)
    line = Int32(clamping: start.line)
    column = Int32(clamping: start.column)
    columnInUTF8 = Int32(clamping: start.columnInUTF8)
    length = Int32(clamping: range.count)
    width = Int32(clamping: document.bytes[range].count { $0 & 0xC0 != 0x80 })
    offset = start.offset
    ordinal = context.record.ordinal
    self.form = form
    record = context.record.key
    file = context.record.file
    self.field = field ?? subject.value?.path ?? .root
  }

  var span: SourceSpan {
    SourceSpan(
      start: SourceLocation(
        file: file, line: Int(line), column: Int(column), columnInUTF8: Int(columnInUTF8),
        offset: offset),
      end: SourceLocation(
        file: file, line: Int(line), column: Int(column + width),
        columnInUTF8: Int(columnInUTF8 + length), offset: offset + Int(length)))
  }
}
