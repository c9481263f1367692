package import Model

/// The bytes of one record, or a fault in its place: what is split off an input, not yet read.
package struct RawRecord: Sendable {
  /// The place in the run's input, from 0, without gaps.
  package let ordinal: Int
  /// False for the fault of a file that was not opened.
  package let isRecord: Bool
  let content: Content
  let origin: Origin
  let isAlone: Bool
  /// Faults of the file that are told with its first record.
  let faults: [RecordFault]
  let reader: JSONReader
  /// The names on the way to the record's slug.
  let keyNames: [String]

  enum Content: Sendable {
    case text([UInt8])
    /// An array's element, which had to be read to find its end.
    case value([UInt8], JSONReading)
    case fault(RecordFault)
  }

  /// How much text there is to read.
  package var byteCount: Int {
    switch content {
    case .text(let text), .value(let text, _): text.count
    case .fault: 0
    }
  }

  /// The record and its findings. Pure, so records may be read in parallel.
  package func read() -> ReadRecord {
    switch content {
    case .fault(let fault): return ReadRecord(faults + [fault])
    case .value(let text, let reading): return record(text, reading)
    case .text(let text):
      do throws(JSONError) {
        return record(text, try reader.reading(of: text))
      } catch {
        return ReadRecord(faults + [RecordFault(error, of: text, from: origin)])
      }
    }
  }

  private func record(_ text: [UInt8], _ reading: JSONReading) -> ReadRecord {
    let document = Document(bytes: text, tape: reading.tape, origin: origin)
    let root = document.root
    guard root.kind == .object else {
      return ReadRecord(
        faults + [
          RecordFault(
            .notAnObject, "A record is an object, and this is \(root.kind.phrase). Write '{…}'.",
            at: root.range, of: text, from: origin, evidence: root.kind.phrase)
        ])
    }
    let record = Record(document: document, ordinal: ordinal, isAlone: isAlone, keyNames: keyNames)
    var findings = faults.map { $0.finding(in: record.key) }
    for (index, flaw) in reading.flaws.enumerated() {
      let isLast = index == reading.flaws.count - 1
      findings.append(
        flaw.finding(in: record, unlisted: isLast ? reading.flawCount - reading.flaws.count : 0))
    }
    return ReadRecord(
      key: record.key, start: document.location(of: root.range.lowerBound), record: record,
      findings: findings)
  }
}

/// What became of a raw record.
package struct ReadRecord: Sendable {
  /// The record's key; where it could not be read, file and line.
  package let key: RecordKey
  /// Of the record's first byte, or of the fault.
  package let start: SourceLocation
  /// None where the text could not be read; the findings say why.
  package let record: Record?
  /// By place.
  package let findings: [Finding]
}

extension ReadRecord {
  /// What could not be read; the last fault is the reason.
  init(_ faults: [RecordFault]) {
    let start =
      faults.last?.span.start ?? Origin(file: "").location(of: 0, in: [])
    let key = RecordKey("\(start.file):\(start.line)")
    self.init(
      key: key, start: start, record: nil, findings: faults.map { $0.finding(in: key) })
  }
}

extension JSONFlaw {
  /// The finding of a flaw; `unlisted` is the number of flaws that are not told one by one.
  func finding(in record: Record, unlisted: Int) -> Finding {
    let document = record.document
    let value = Value(document: document, index: node)
    let rest = unlisted > 0 ? " \(unlisted) more such faults of the record are not listed." : ""
    switch kind {
    case .duplicateKey(let first):
      let first = Value(document: document, index: first).span
      let name = String(decoding: (value.utf8 ?? []).prefix(80), as: UTF8.self)
      return RecordFault(
        .duplicateKey,
        "The name '\(name)' stands twice in one object, first at "
          + "\(first.start.line):\(first.start.column). Remove one of the two.\(rest)",
        at: range, of: document.bytes, from: document.origin, evidence: name
      ).finding(
        in: record.key, field: value.path,
        related: [RelatedLocation(message: "the first '\(name)'", span: first)])
    case .loneSurrogate:
      let escape = String(decoding: document.bytes[range], as: UTF8.self)
      return RecordFault(
        .loneSurrogate,
        "The escape '\(escape)' is half of a surrogate pair and stands for no character. "
          + "Write the whole character.\(rest)",
        at: range, of: document.bytes, from: document.origin, evidence: escape
      ).finding(in: record.key, field: value.path)
    }
  }
}

extension NodeKind {
  /// With its article: `an array`.
  fileprivate var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string, .key: "a string"
    case .number: "a number"
    case .true: "true"
    case .false: "false"
    case .null: "null"
    }
  }
}
