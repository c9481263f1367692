import Model

extension ResultLine {
  func finding() throws(ResultError) -> Finding {
    let file = try string("file")
    var related: [RelatedLocation] = []
    for line in try objects("related") {
      related.append(
        RelatedLocation(
          message: try line.string("message"), span: try line.span(in: line.string("file"))))
    }
    var finding = Finding(
      rule: RuleID(try string("rule")), severity: try choice("severity", of: Severity.self),
      message: try string("message"), record: RecordKey(try string("record")),
      field: FieldPath(try string("field")), span: try span(in: file),
      excerpt: try optionalObject("excerpt")?.excerpt(), related: related,
      suggestion: try optionalObject("suggestion")?.suggestion(in: file),
      evidence: try string("evidence"),
      suppression: try optionalObject("suppressed")?.suppression())
    finding.fingerprint = try string("fingerprint")
    return finding
  }

  func fixed() throws(ResultError) -> FixedFinding {
    FixedFinding(
      rule: RuleID(try string("rule")), record: RecordKey(try string("record")),
      field: FieldPath(try string("field")), start: try location(in: string("file")),
      message: try string("message"), safety: try choice("safety", of: Suggestion.Safety.self))
  }

  /// The place whose members are these.
  func location(in file: String) throws(ResultError) -> SourceLocation {
    SourceLocation(
      file: file, line: try int("line"), column: try int("column"),
      columnInUTF8: try int("columnInUTF8"), offset: try int("offset"))
  }

  func span(in file: String) throws(ResultError) -> SourceSpan {
    SourceSpan(
      start: try location(in: file),
      end: SourceLocation(
        file: file, line: try int("endLine"), column: try int("endColumn"),
        columnInUTF8: try int("endColumnInUTF8"), offset: try int("endOffset")))
  }

  private func excerpt() throws(ResultError) -> Excerpt {
    let text = try string("text")
    let (start, end) = (try int("markStart"), try int("markEnd"))
    guard start <= end, end <= text.unicodeScalars.count else {
      throw fault(.wrong("markEnd", expected: "a place in the text"), at: optional("markEnd"))
    }
    return Excerpt(
      text: text, marked: start..<end, isCutBefore: try bool("isCutBefore"),
      isCutAfter: try bool("isCutAfter"))
  }

  private func suggestion(in file: String) throws(ResultError) -> Suggestion {
    var edits: [Edit] = []
    for line in try objects("edits") {
      edits.append(
        Edit(span: try line.span(in: file), replacement: try line.string("replacement")))
    }
    return Suggestion(
      message: try string("message"), safety: try choice("safety", of: Suggestion.Safety.self),
      edits: edits)
  }

  private func suppression() throws(ResultError) -> Suppression {
    Suppression(
      origin: try choice("origin", of: SuppressionOrigin.self), reason: try string("reason"))
  }
}
