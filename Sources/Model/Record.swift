/// One article's JSON object, read, with the place of every key and value.
package struct Record: Sendable {
  package let document: Document
  /// The record's place in the run's input, from 0.
  package let ordinal: Int
  /// What reports call the record: its slug; where it has none, file and line.
  package let key: RecordKey
  /// Whether the record is the only one of its file, so that the file's name says something.
  package let isAlone: Bool

  /// - Parameter keyNames: the names on the way to the record's slug.
  package init(
    document: Document, ordinal: Int, isAlone: Bool, keyNames: [String] = Record.usualKeyNames
  ) {
    self.document = document
    self.ordinal = ordinal
    self.isAlone = isAlone
    let key = document.root.member(at: keyNames)?.utf8 ?? []
    self.key =
      key.isEmpty
      ? RecordKey("\(document.origin.file):\(document.origin.line)")
      : RecordKey(String(decoding: key.prefix(200), as: UTF8.self))
  }

  /// Where the slug is if nothing else is said.
  package static let usualKeyNames = ["slug"]

  package var root: Value { document.root }

  package var file: String { document.origin.file }
}

/// What reports call a record. Compared and hashed by bytes.
package struct RecordKey: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  package static func == (left: RecordKey, right: RecordKey) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}
