package import Model

extension RuleEngine {
  /// What the rules about pages that are switched on for any file compare.
  package var pageAspects: Set<PageAspect> { Set(compiled.compactMap(\.comparison?.aspect)) }

  /// Whether a rule about sitemaps and feeds is switched on for any file.
  package var asksListings: Bool {
    compiled.contains { $0.comparison?.aspect.isOfListings ?? false }
  }

  /// What the rules of scope `page` make of what was found about a record's pages.
  ///
  /// - Parameters:
  ///   - document: the record's text, for the excerpt; none where the text is gone.
  ///   - variant: what is asked of the record's file; ``usual`` where it is none.
  package func findings(
    of faults: [PageFault], in record: RecordKey, document: Document? = nil,
    as variant: RuleVariant? = nil
  ) -> [Finding] {
    let variant = variant ?? usual
    var findings: [Finding] = []
    for fault in faults {
      for case let rule? in variant.rules {
        guard rule.comparison?.reports(fault) == true else { continue }
        findings.append(Self.finding(of: fault, rule, in: record, document))
      }
    }
    return findings
  }

  private static func finding(
    of fault: PageFault, _ rule: CompiledRule, in record: RecordKey, _ document: Document?
  ) -> Finding {
    let message = rule.rule.message.filled { name in
      switch name {
      case "field", "name": FaultSite.name(of: fault.field)
      default: fault.value(name).map(Redaction.withoutCredentials)
      }
    }
    let excerpt = document.flatMap { document in
      let start = fault.span.start.offset - document.origin.offset
      return Redaction.excerpt(
        of: start..<start + fault.span.end.offset - fault.span.start.offset, in: document)
    }
    // What the page says may change from day to day; what the record says stays.
    let evidence = [fault.value("place"), fault.value("value")].compactMap { $0 }
    return Finding(
      rule: rule.rule.id, severity: rule.severity, message: message, record: record,
      field: fault.field, span: fault.span, excerpt: excerpt, related: fault.related,
      evidence: FindingCollector.shortened(
        Redaction.withoutCredentials(evidence.joined(separator: " "))))
  }
}
