import Model

/// A finding as lines of text: for the terminal, and as the body of reports that show text.
struct FindingText {
  let palette: Palette
  let width: Int?
  let isVerbose: Bool
  /// Whether how long a request took may be told.
  let isTimed: Bool
  var hyperlinks: Hyperlinks?

  /// `path:line:col  severity  rule  /field`.
  func head(of finding: Finding) -> String {
    let place = linkedPlace(finding.span.start)
    let severity = palette.paint(finding.severity.rawValue, palette.ink(for: finding.severity))
    var head = "\(place)  \(severity)  \(palette.paint(finding.rule.description, .strong))"
    if !finding.field.utf8.isEmpty {
      let field = TerminalText.escaped(Redaction.text(finding.field.description), limit: 200)
      head += "  \(palette.paint(field, .faint))"
    }
    return head
  }

  private func linkedPlace(_ location: SourceLocation) -> String {
    let place = Self.place(location)
    return hyperlinks?.text(place, toFile: location.file) ?? place
  }

  /// What follows the head: message, excerpt, evidence, related places, suggestion, suppression.
  func body(of finding: Finding, link: Judgement?) -> [String] {
    let evidence = finding.evidence
    var lines = wrapped(TerminalText.escaped(Redaction.text(finding.message, evidence: evidence)))
    if let excerpt = finding.excerpt {
      let view = ExcerptView(
        lineNumber: finding.span.start.line, palette: palette,
        ink: palette.ink(for: finding.severity), width: width.map { $0 - 2 })
      lines += view.lines(Redaction.excerpt(excerpt, evidence: evidence)).map { "  \($0)" }
    }
    if let link {
      for line in LinkEvidence(judgement: link, isTimed: isTimed).lines(isVerbose: isVerbose) {
        lines.append("\(palette.paint("\(line.label):", .faint)) \(line.text)")
      }
    }
    for related in finding.related {
      let message = TerminalText.escaped(Redaction.text(related.message), limit: 300)
      lines.append(
        "\(palette.paint("see:", .faint)) \(linkedPlace(related.span.start))  \(message)")
    }
    if let suggestion = finding.suggestion {
      let text = TerminalText.escaped(Redaction.text(suggestion.message, evidence: evidence))
      lines += wrapped("\(text) (\(suggestion.safety.rawValue))", label: "fix:", ink: .help)
    }
    if let suppression = finding.suppression {
      let reason = TerminalText.escaped(Redaction.text(suppression.reason), limit: 300)
      lines += wrapped(
        "\(suppression.origin.rawValue): \(reason)", label: "suppressed by", ink: .faint)
    }
    return lines
  }

  /// Text within the width; the lines after the first stand behind the label.
  func wrapped(_ text: String, label: String = "", ink: Palette.Ink = .strong) -> [String] {
    let lead = label.isEmpty ? 0 : label.utf8.count + 1
    let lines = Wrapping.lines(of: text, within: width.map { $0 - lead })
    return lines.enumerated().map { index, line in
      guard lead > 0 else { return line }
      return index == 0
        ? "\(palette.paint(label, ink)) \(line)" : String(repeating: " ", count: lead) + line
    }
  }

  /// The suggestion, where all of it may be shown: what is hidden or cut cannot be applied.
  static func wholeSuggestion(of finding: Finding) -> Suggestion? {
    guard let suggestion = finding.suggestion else { return nil }
    let isWhole = suggestion.edits.allSatisfy { edit in
      let shown = Redaction.text(edit.replacement, evidence: finding.evidence)
      return !shown.contains(Redaction.mask) && CutText.firstCount(of: shown) == nil
    }
    return isWhole ? suggestion : nil
  }

  /// The finding's message, harmless, on one line.
  static func sentence(of finding: Finding, limit: Int) -> String {
    TerminalText.escaped(
      Redaction.text(finding.message, evidence: finding.evidence), limit: limit)
  }

  /// `rule: message`, harmless, on one line.
  static func message(of finding: Finding, limit: Int) -> String {
    let sentence = Redaction.text(finding.message, evidence: finding.evidence)
    return TerminalText.escaped("\(finding.rule): \(sentence)", limit: limit)
  }

  /// `path:line:col`, columns in code points.
  static func place(_ location: SourceLocation) -> String {
    let file = TerminalText.escaped(location.file, limit: 4_096)
    return "\(file):\(location.line):\(location.column)"
  }
}
