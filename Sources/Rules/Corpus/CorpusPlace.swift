import Model

/// A place in one of the records of a run, in 32 bytes. See ``CorpusRecords``.
struct CorpusPlace: Sendable {
  /// Of the record in the input.
  let record: UInt32
  /// The number of the field's path.
  let field: UInt32
  /// From the record's first byte.
  let offset: UInt32
  let line: UInt32
  let column: UInt32
  let columnInUTF8: UInt32
  /// In bytes.
  let length: UInt32
  /// The length in code points.
  let width: UInt32
}

/// The records of a run as far as places need them: about 32 bytes each and the record's name,
/// for all rules together.
struct CorpusRecords {
  private var rows: [Row] = []
  private var files: [String] = []
  private var fields: [FieldPath] = []
  private var fieldNumbers: [FieldPath: UInt32] = [:]

  private struct Row {
    let key: RecordKey
    /// Of the record's first byte in its file.
    let offset: Int
    let file: UInt32
    /// Of the record in the input.
    let ordinal: UInt32
  }

  static var rowStride: Int { MemoryLayout<Row>.stride }

  /// Adds the next record; ordinals only grow.
  mutating func add(_ record: CorpusRecord) {
    if files.last.map({ $0.utf8.elementsEqual(record.document.origin.file.utf8) }) != true {
      files.append(record.document.origin.file)
    }
    rows.append(
      Row(
        key: record.key, offset: record.document.origin.offset, file: UInt32(files.count - 1),
        ordinal: UInt32(truncatingIfNeeded: record.ordinal)))
  }

  /// The number of a path.
  mutating func number(of field: FieldPath) -> UInt32 {
    if let number = fieldNumbers[field] { return number }
    fields.append(field)
    fieldNumbers[field] = UInt32(fields.count - 1)
    return UInt32(fields.count - 1)
  }

  private func row(of place: CorpusPlace) -> Row {
    // Records that could not be read have an ordinal and no row.
    var low = 0
    var high = min(rows.count, Int(place.record) + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].ordinal <= place.record { low = middle } else { high = middle }
    }
    return rows[low]
  }

  func key(of place: CorpusPlace) -> RecordKey { row(of: place).key }

  func file(of place: CorpusPlace) -> String { files[Int(row(of: place).file)] }

  func field(of place: CorpusPlace) -> FieldPath { fields[Int(place.field)] }

  func span(of place: CorpusPlace) -> SourceSpan {
    let row = row(of: place)
    let file = files[Int(row.file)]
    let offset = row.offset + Int(place.offset)
    return SourceSpan(
      start: SourceLocation(
        file: file, line: Int(place.line), column: Int(place.column),
        columnInUTF8: Int(place.columnInUTF8), offset: offset),
      end: SourceLocation(
        file: file, line: Int(place.line), column: Int(place.column) + Int(place.width),
        columnInUTF8: Int(place.columnInUTF8) + Int(place.length),
        offset: offset + Int(place.length)))
  }

  /// What a message calls the record of a place, for someone who looks at another record.
  func name(of place: CorpusPlace, seenFrom other: CorpusPlace) -> String {
    let key = key(of: place)
    guard key == self.key(of: other) else { return key.description }
    return "\(file(of: place)):\(place.line)"
  }
}
