extension Finding: Packable {
  package func pack(into packer: inout Packer) {
    rule.pack(into: &packer)
    severity.pack(into: &packer)
    packer.append(message)
    record.pack(into: &packer)
    field.pack(into: &packer)
    span.pack(into: &packer)
    excerpt.pack(into: &packer)
    related.pack(into: &packer)
    suggestion.pack(into: &packer)
    packer.append(evidence)
    suppression.pack(into: &packer)
    packer.append(fingerprint)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      rule: try RuleID(from: &unpacker), severity: try Severity(from: &unpacker),
      message: try unpacker.text(), record: try RecordKey(from: &unpacker),
      field: try FieldPath(from: &unpacker), span: try SourceSpan(from: &unpacker),
      excerpt: try Excerpt?(from: &unpacker), related: try [RelatedLocation](from: &unpacker),
      suggestion: try Suggestion?(from: &unpacker), evidence: try unpacker.text(),
      suppression: try Suppression?(from: &unpacker))
    fingerprint = try unpacker.text()
  }
}

extension RelatedLocation: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(message)
    span.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(message: try unpacker.text(), span: try SourceSpan(from: &unpacker))
  }
}

extension Suppression: Packable {
  package func pack(into packer: inout Packer) {
    origin.pack(into: &packer)
    packer.append(reason)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(origin: try SuppressionOrigin(from: &unpacker), reason: try unpacker.text())
  }
}

extension Suggestion: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(message)
    safety.pack(into: &packer)
    edits.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      message: try unpacker.text(), safety: try Safety(from: &unpacker),
      edits: try [Edit](from: &unpacker))
  }
}

extension Edit: Packable {
  package func pack(into packer: inout Packer) {
    span.pack(into: &packer)
    packer.append(replacement)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(span: try SourceSpan(from: &unpacker), replacement: try unpacker.text())
  }
}

extension Excerpt: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(text)
    packer.append(marked.lowerBound)
    packer.append(marked.count)
    isCutBefore.pack(into: &packer)
    isCutAfter.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    text = try unpacker.text()
    let (start, count) = (try unpacker.number(), try unpacker.number())
    guard start >= 0, count >= 0, start <= Int.max - count else { throw UnpackError() }
    marked = start..<start + count
    isCutBefore = try Bool(from: &unpacker)
    isCutAfter = try Bool(from: &unpacker)
  }
}

extension Severity: Packable {}
extension Suggestion.Safety: Packable {}
extension SuppressionOrigin: Packable {}
