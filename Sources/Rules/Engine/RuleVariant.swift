package import Model

/// What is asked of the records of some files: the rules of an engine, each as it is set there.
package struct RuleVariant: Sendable {
  /// By the engine's number; none for rules that are off.
  let rules: [CompiledRule?]
  /// The rules that look at single values.
  let groups: [RuleGroup]
  let markdownRules: [CompiledRule]

  /// - Parameters:
  ///   - groups: with all rules of the engine.
  ///   - markdown: all rules about Markdown.
  init(rules: [CompiledRule?], groups: [RuleGroup], markdown: [CompiledRule]) {
    self.rules = rules
    self.groups = groups.compactMap { $0.settled(by: rules) }
    markdownRules = markdown.compactMap { rules[$0.number] }
  }

  /// The findings of the reader of records as they are set: with another severity, or left out.
  ///
  /// - Parameter isReadable: false where no record came of the text: then nothing but symbolic
  ///   links is left out, for a text that could not be checked must not pass.
  package func settled(_ findings: [Finding], isReadable: Bool) -> [Finding] {
    findings.compactMap { finding in
      guard let rule = rule(finding.rule) else {
        let isDispensable = isReadable || finding.rule == RuleID("record/symlink")
        return isDispensable ? nil : finding
      }
      return finding.with(severity: rule.setSeverity ?? finding.severity)
    }
  }

  /// A finding of a rule over the corpus as it is set for the file where it stands.
  package func settled(_ finding: Finding) -> Finding? {
    rule(finding.rule).map { finding.with(severity: $0.severity) }
  }

  private func rule(_ id: RuleID) -> CompiledRule? {
    rules.first { $0?.rule.id == id } ?? nil
  }
}

extension Finding {
  fileprivate func with(severity: Severity) -> Finding {
    guard severity != self.severity else { return self }
    var copy = Finding(
      rule: rule, severity: severity, message: message, record: record, field: field, span: span,
      excerpt: excerpt, related: related, suggestion: suggestion, evidence: evidence,
      suppression: suppression)
    copy.fingerprint = fingerprint
    return copy
  }
}
