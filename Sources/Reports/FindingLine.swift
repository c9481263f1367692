import Model

/// A finding as a line of the native report.
enum FindingLine {
  static func bytes(of finding: Finding) -> [UInt8] {
    JSONWriter.line { json in
      let evidence = finding.evidence
      json.member("type", "finding")
      json.member("rule", finding.rule.description)
      json.member("severity", finding.severity.rawValue)
      json.member("message", Redaction.text(finding.message, evidence: evidence))
      json.member("record", Redaction.text(finding.record.description))
      json.member("file", finding.span.start.file)
      json.member("field", Redaction.text(finding.field.description))
      json.place(finding.span)
      json.excerpt(finding.excerpt, evidence: evidence)
      json.member("evidence", Redaction.url(evidence))
      json.member("related", finding.related) { json, related in
        json.object { json in
          json.member("message", Redaction.text(related.message))
          json.member("file", related.span.start.file)
          json.place(related.span)
        }
      }
      json.suggestion(finding.suggestion, evidence: evidence)
      json.suppression(finding.suppression)
      json.member("fingerprint", finding.fingerprint)
    }
  }
}

extension JSONWriter {
  /// Columns in code points and in UTF-8 bytes, byte offsets; the end is the point after the last.
  mutating func place(_ span: SourceSpan) {
    member("line", span.start.line)
    member("column", span.start.column)
    member("endLine", span.end.line)
    member("endColumn", span.end.column)
    member("columnInUTF8", span.start.columnInUTF8)
    member("endColumnInUTF8", span.end.columnInUTF8)
    member("offset", span.start.offset)
    member("endOffset", span.end.offset)
  }

  fileprivate mutating func excerpt(_ excerpt: Excerpt?, evidence: String) {
    guard let excerpt else { return member("excerpt", String?.none) }
    let shown = Redaction.excerpt(excerpt, evidence: evidence)
    member("excerpt") { json in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: shown.scalars)
      json.member("text", String(text))
      json.member("markStart", shown.marked.lowerBound)
      json.member("markEnd", shown.marked.upperBound)
      json.member("isCutBefore", shown.isCutBefore)
      json.member("isCutAfter", shown.isCutAfter)
    }
  }

  fileprivate mutating func suggestion(_ suggestion: Suggestion?, evidence: String) {
    guard let suggestion else { return member("suggestion", String?.none) }
    member("suggestion") { json in
      json.member("message", Redaction.text(suggestion.message, evidence: evidence))
      json.member("safety", suggestion.safety.rawValue)
      json.member("edits", suggestion.edits) { json, edit in
        json.object { json in
          json.place(edit.span)
          json.member("replacement", Redaction.text(edit.replacement, evidence: evidence))
        }
      }
    }
  }

  fileprivate mutating func suppression(_ suppression: Suppression?) {
    guard let suppression else { return member("suppressed", String?.none) }
    member("suppressed") { json in
      json.member("origin", suppression.origin.rawValue)
      json.member("reason", Redaction.text(suppression.reason))
    }
  }
}
