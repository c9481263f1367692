package import Model

extension RuleEngine {
  /// Whether a rule of scope `link` offers fixes that may be applied.
  ///
  /// - Parameter allowed: `unsafe` allows both.
  package func mendsLinks(_ allowed: Suggestion.Safety) -> Bool {
    linkRules.contains { $0.rule.fix.map { $0 == .safe || allowed == .unsafe } ?? false }
  }

  /// Whether a rule wants to know which http addresses answer by https too.
  package var asksSecureTwins: Bool { linkRules.contains { $0.rule.kind is HTTPSUpgrade } }

  /// What the rules of scope `link` find of a link.
  ///
  /// - Parameters:
  ///   - document: the record's text, for the excerpt and for a fix that is sure to replace the
  ///     address and nothing else; none where the text is gone.
  ///   - variant: what is asked of the record's file; ``usual`` where it is none.
  package func findings(
    for link: JudgedLink, in record: RecordKey, document: Document? = nil,
    as variant: RuleVariant? = nil
  ) -> [Finding] {
    let variant = variant ?? usual
    var findings: [Finding] = []
    var fired: Set<Int> = []
    for member in linkRules {
      guard let rule = variant.rules[member.number], fired.isDisjoint(with: rule.passes),
        let fault = rule.checkLink?(link)
      else { continue }
      fired.insert(rule.number)
      findings.append(Self.finding(fault, of: link, rule, in: record, document))
    }
    return findings.count < 2 ? findings : findings.sorted { $0.rule < $1.rule }
  }

  private static func finding(
    _ fault: LinkFault, of link: JudgedLink, _ rule: CompiledRule, in record: RecordKey,
    _ document: Document?
  ) -> Finding {
    let occurrence = link.occurrence
    let href = Redaction.withoutCredentials(occurrence.href.description)
    let message = rule.rule.message.filled { name in
      if let given = fault.values.first(where: { $0.name == name }) {
        return Redaction.withoutCredentials(given.value)
      }
      return switch name {
      case "field", "name": FaultSite.name(of: occurrence.field)
      case "value": href
      default: nil
      }
    }
    let excerpt = document.flatMap { document in
      Redaction.excerpt(of: range(of: occurrence, in: document), in: document)
    }
    return Finding(
      rule: rule.rule.id, severity: rule.severity, message: message, record: record,
      field: occurrence.field, span: occurrence.span, excerpt: excerpt,
      suggestion: rule.rule.fix.flatMap { safety in
        fault.replacement.flatMap { suggestion($0, safety, for: occurrence, document) }
      },
      evidence: FindingCollector.shortened(href))
  }

  private static func range(of occurrence: LinkOccurrence, in document: Document) -> Range<Int> {
    let start = occurrence.span.start.offset - document.origin.offset
    return start..<start + occurrence.span.end.offset - occurrence.span.start.offset
  }

  private static func suggestion(
    _ address: String, _ safety: Suggestion.Safety, for occurrence: LinkOccurrence,
    _ document: Document?
  ) -> Suggestion? {
    let href = Array(occurrence.href.description.utf8)
    var address = address
    if !address.utf8.contains(UInt8(ascii: "#")),
      let hash = href.firstIndex(of: UInt8(ascii: "#"))
    {
      address += String(decoding: href[hash...], as: UTF8.self)
    }
    switch occurrence.role {
    case .field, .alternate: break
    case .body, .image:
      // The place of a reference link may be its use; only the address itself may be replaced.
      let isAddress =
        document.map { document in
          SourceSlice(document: document, range: range(of: occurrence, in: document))
            .range(of: 0..<href.count, in: href) != nil
        } ?? (occurrence.span.end.offset - occurrence.span.start.offset == href.count)
      guard isAddress else { return nil }
      address = escapedForMarkdown(address)
    }
    return Suggestion(
      message: "write '\(Printable.text(address))'", safety: safety,
      edits: [replacing(occurrence, by: address, document)])
  }

  /// The span of a field's value may hold its quotes; the edit leaves them.
  private static func replacing(
    _ occurrence: LinkOccurrence, by address: String, _ document: Document?
  ) -> Edit {
    let replacement = JSONEscaping.escaped(address.utf8)
    guard let document else { return Edit(span: occurrence.span, replacement: replacement) }
    var range = range(of: occurrence, in: document)
    if range.count >= 2, document.bytes[range.lowerBound] == UInt8(ascii: "\"") {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return Edit(span: document.span(of: range), replacement: replacement)
  }

  /// Parentheses, blanks and angle brackets would end a link's address.
  private static func escapedForMarkdown(_ address: String) -> String {
    var escaped: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "("): escaped.append(contentsOf: "%28".utf8)
      case UInt8(ascii: ")"): escaped.append(contentsOf: "%29".utf8)
      case UInt8(ascii: "<"): escaped.append(contentsOf: "%3C".utf8)
      case UInt8(ascii: ">"): escaped.append(contentsOf: "%3E".utf8)
      case UInt8(ascii: " "): escaped.append(contentsOf: "%20".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
