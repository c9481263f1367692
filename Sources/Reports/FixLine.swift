import Model

/// A mended finding as a line of the native report.
enum FixLine {
  static func bytes(of fixed: FixedFinding) -> [UInt8] {
    JSONWriter.line { json in
      json.member("type", "fix")
      json.member("rule", fixed.rule.description)
      json.member("message", Redaction.text(fixed.message))
      json.member("safety", fixed.safety.rawValue)
      json.member("record", Redaction.text(fixed.record.description))
      json.member("file", fixed.start.file)
      json.member("field", Redaction.text(fixed.field.description))
      json.member("line", fixed.start.line)
      json.member("column", fixed.start.column)
      json.member("columnInUTF8", fixed.start.columnInUTF8)
      json.member("offset", fixed.start.offset)
    }
  }
}
