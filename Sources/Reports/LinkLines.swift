package import Model

/// The lines of `stet links`: a line for each occurrence of a link, as JSON.
///
/// What is the same for all links of a record, or of a field, is written once and copied.
package struct LinkLines {
  private var json = JSONWriter()
  /// The members of a record and of the field that was written last.
  private var lead = JSONWriter()
  private var field: FieldPath?

  package init() {}

  /// The lines so far, each with its line feed.
  package var bytes: [UInt8] { json.bytes }

  /// Adds the lines of a record's links; hrefs and targets without secrets.
  package mutating func append(_ occurrences: [LinkOccurrence], of record: RecordKey) {
    field = nil
    for occurrence in occurrences { append(occurrence, of: record) }
  }

  private mutating func append(_ occurrence: LinkOccurrence, of record: RecordKey) {
    let start = occurrence.span.start
    if occurrence.field != field {
      field = occurrence.field
      lead = JSONWriter()
      lead.object { json in
        json.member("record", Redaction.text(record.description))
        json.member("file", start.file)
        json.member("field", Redaction.text(occurrence.field.description))
      }
    }
    let lead = lead
    json.object { json in
      json.members(lead.bytes.dropFirst().dropLast())
      json.member("line", start.line)
      json.member("column", start.column)
      json.member("bodyLine", occurrence.bodyPosition?.line)
      json.member("bodyColumn", occurrence.bodyPosition?.column)
      json.member("role", occurrence.role.rawValue)
      json.member("href", Redaction.url(occurrence.href.description))
      json.destination(occurrence.destination)
    }
    json.lineFeed()
  }
}
