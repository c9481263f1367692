package import Model

/// A line of `stet links`: one occurrence of a link, as JSON.
package enum LinkLine {
  /// The line with its line feed; `href` and `target` without secrets.
  package static func bytes(of occurrence: LinkOccurrence, in record: RecordKey) -> [UInt8] {
    JSONWriter.line { json in
      let start = occurrence.span.start
      json.member("record", Redaction.text(record.description))
      json.member("file", start.file)
      json.member("field", Redaction.text(occurrence.field.description))
      json.member("line", start.line)
      json.member("column", start.column)
      json.member("bodyLine", occurrence.bodyPosition?.line)
      json.member("bodyColumn", occurrence.bodyPosition?.column)
      json.member("role", occurrence.role.rawValue)
      json.member("href", Redaction.url(occurrence.href.description))
      json.destination(occurrence.destination)
    }
  }
}

extension JSONWriter {
  /// `target` and `fragment`; both null for an address that is not probed, then `reason`.
  mutating func destination(_ destination: Destination) {
    switch destination {
    case .target(let target, let fragment):
      member("target", Redaction.url(target.url))
      member("fragment", fragment.map { Redaction.fragment($0) })
    case .unprobed(_, let reason):
      member("target", String?.none)
      member("fragment", String?.none)
      member("reason", reason.code)
    }
  }
}
