import Model

/// Plain text in a message of SARIF.
enum SARIFText {
  /// `[text](1)` would be a link to a place. SARIF 2.1.0, section 3.11.6.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}

extension JSONWriter {
  /// The tool and its rules.
  mutating func driver(_ header: RunHeader) {
    member("name", "stet")
    member("version", header.version)
    member("rules", header.rules) { json, rule in
      json.object { json in
        json.member("id", rule.id.description)
        json.text("shortDescription", rule.summary)
        json.text("fullDescription", rule.why.isEmpty ? rule.summary : rule.why)
        json.member("help") { json in
          json.member("text", rule.mend)
          json.member("markdown", "\(rule.why)\n\n**What to do:** \(rule.mend)")
        }
        json.member("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
        json.member("properties") { json in
          json.member("tags", [rule.id.pack, "\(rule.scope.rawValue)-rule"]) { $0.string($1) }
          json.member("precision", "high")
          json.member("problem.severity", rule.severity.sarifName)
        }
      }
    }
  }

  mutating func result(_ finding: Finding, ruleIndex: Int?) {
    member("ruleId", finding.rule.description)
    if let ruleIndex { member("ruleIndex", ruleIndex) }
    member("level", finding.severity.rawValue)
    text("message", FindingText.sentence(of: finding, limit: 1_000))
    member("locations", [finding]) { json, finding in
      json.object { json in
        json.physicalLocation(finding.span, excerpt: finding.excerpt, finding.evidence)
        json.member("logicalLocations", [finding.field]) { json, field in
          json.object { json in
            json.member("fullyQualifiedName", Redaction.text(field.description))
          }
        }
      }
    }
    if !finding.related.isEmpty {
      member("relatedLocations", finding.related.enumerated()) { json, related in
        json.object { json in
          json.member("id", related.offset)
          json.text("message", Redaction.text(related.element.message))
          json.physicalLocation(related.element.span, excerpt: nil, "")
        }
      }
    }
    member("partialFingerprints") { json in
      // Without it GitHub hashes the line, which is the same for all findings of a line.
      json.member("primaryLocationLineHash", "\(finding.fingerprint):1")
      json.member("stet/v1", finding.fingerprint)
    }
    if let suggestion = FindingText.wholeSuggestion(of: finding) { fix(suggestion, of: finding) }
    if let suppression = finding.suppression {
      if suppression.origin == .baseline { member("baselineState", "unchanged") }
      member("suppressions", [suppression]) { json, suppression in
        json.object { json in
          json.member("kind", suppression.origin.isInSource ? "inSource" : "external")
          json.member("status", "accepted")
          json.member("justification", Redaction.text(suppression.reason))
        }
      }
    }
    member("properties") { $0.member("record", Redaction.text(finding.record.description)) }
  }

  private mutating func fix(_ suggestion: Suggestion, of finding: Finding) {
    member("fixes", [suggestion]) { json, suggestion in
      json.object { json in
        json.text("description", Redaction.text(suggestion.message, evidence: finding.evidence))
        json.member("artifactChanges", [finding.span.start.file]) { json, file in
          json.object { json in
            json.artifact(file)
            json.member("replacements", suggestion.edits) { json, edit in
              json.object { json in
                json.member("deletedRegion") { $0.region(edit.span) }
                let text = Redaction.text(edit.replacement, evidence: finding.evidence)
                json.member("insertedContent") { $0.member("text", text) }
              }
            }
          }
        }
      }
    }
  }

  private mutating func physicalLocation(
    _ span: SourceSpan, excerpt: Excerpt?, _ evidence: String
  ) {
    member("physicalLocation") { json in
      json.artifact(span.start.file)
      json.member("region") { $0.region(span) }
      if let excerpt {
        json.member("contextRegion") { json in
          json.member("startLine", span.start.line)
          var text = String.UnicodeScalarView()
          text.append(contentsOf: Redaction.excerpt(excerpt, evidence: evidence).scalars)
          json.text("snippet", String(text), isMessage: false)
        }
      }
    }
  }

  private mutating func artifact(_ file: String) {
    let uri = RelativePath.reference(to: file)
    member("artifactLocation") { json in
      json.member("uri", uri)
      if !uri.utf8.starts(with: "file:".utf8) { json.member("uriBaseId", "ROOT") }
    }
  }

  private mutating func region(_ span: SourceSpan) {
    member("startLine", span.start.line)
    member("startColumn", span.start.column)
    member("endLine", span.end.line)
    member("endColumn", span.end.column)
  }

  private mutating func text(_ name: StaticString, _ text: String, isMessage: Bool = true) {
    member(name) { $0.member("text", isMessage ? SARIFText.escaped(text) : text) }
  }
}

extension Severity {
  /// As GitHub calls it.
  fileprivate var sarifName: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }
}

extension SuppressionOrigin {
  fileprivate var isInSource: Bool {
    switch self {
    case .record, .markdown: true
    case .configuration, .baseline: false
    }
  }
}
