import Model

/// A record as a line of the native report: where it is and what links it holds. Its findings follow.
enum RecordLine {
  static func bytes(of report: RecordReport, numbers: inout LinkNumbers) -> [UInt8] {
    let links = report.links.map { ($0.occurrence, numbers.number(of: $0.occurrence.destination)) }
    return JSONWriter.line { json in
      json.member("type", "record")
      json.member("record", Redaction.text(report.key.description))
      json.member("file", report.start.file)
      json.member("line", report.start.line)
      json.member("column", report.start.column)
      json.member("columnInUTF8", report.start.columnInUTF8)
      json.member("offset", report.start.offset)
      json.member("isRecord", report.isRecord)
      json.member("isReadable", report.isReadable)
      json.member("findingCount", report.findings.count)
      json.member("links", links) { json, link in
        let (occurrence, number) = link
        json.object { json in
          json.member("number", number)
          json.member("role", occurrence.role.rawValue)
          json.member("field", Redaction.text(occurrence.field.description))
          json.place(occurrence.span)
          json.member("bodyLine", occurrence.bodyPosition?.line)
          json.member("bodyColumn", occurrence.bodyPosition?.column)
          json.member("href", Redaction.url(occurrence.href.description))
          json.destination(occurrence.destination)
        }
      }
    }
  }
}
