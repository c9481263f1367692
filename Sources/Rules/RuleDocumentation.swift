import Model

/// Says in text what rules demand: for `stet rules list` and `explain`, and for rules/README.md.
package enum RuleDocumentation {
  /// A line for each rule: severity, ID, `fix` where one is offered, summary.
  package static func list(_ rules: [Rule]) -> String {
    let width = rules.map { $0.id.description.utf8.count }.max() ?? 0
    return rules.map { rule in
      let id = rule.id.description
      let pad = String(repeating: " ", count: width - id.utf8.count)
      let severity = rule.summary.severity.rawValue
      let severityPad = String(repeating: " ", count: 7 - severity.utf8.count)
      let fix = rule.fix == nil ? "   " : "fix"
      return "\(severity)\(severityPad)  \(id)\(pad)  \(fix)  \(rule.summary.summary)\n"
    }.joined()
  }

  /// All that is known of a rule.
  package static func explanation(of rule: Rule) -> String {
    var text = "\(rule.id) (\(rule.summary.severity.rawValue))\n\n\(rule.summary.summary)\n\n"
    text += "Why   \(rule.summary.why)\n"
    text += "Mend  \(rule.summary.mend)\n"
    switch rule.fix {
    case .safe: text += "Fix   safe: applied by --fix\n"
    case .unsafe: text += "Fix   unsafe: applied by --unsafe-fixes\n"
    case nil: break
    }
    text += "Looks at \(subject(of: rule)), by the check '\(rule.kindName)' in \(rule.file)\n"
    for (title, examples) in [("Fails", rule.examples.failing), ("Passes", rule.examples.passing)]
    where !examples.isEmpty {
      text += "\n\(title):\n"
      for example in examples {
        for line in lines(of: example) { text += "  \(line)\n" }
      }
    }
    return text
  }

  /// The page of all rules, Markdown: rules/README.md.
  package static func page(_ rules: [Rule]) -> String {
    var text = """
      # The rules

      One file each, `PACK/FAULT.yml`. This page is made from them.

      A rule can be switched off or given another severity by its ID. `fix` says how its suggestion
      is applied: `safe` by `--fix`, `unsafe` by `--unsafe-fixes`.

      """
    var pack = ""
    for rule in rules {
      if rule.id.pack != pack {
        pack = rule.id.pack
        text += "\n## \(pack)\n\n| Rule | Severity | Fix | What is wrong |\n|---|---|---|---|\n"
      }
      let file = rule.id.description + ".yml"
      let fault = String(rule.id.description.dropFirst(pack.count + 1))
      text += "| [\(fault)](\(file)) | \(rule.summary.severity.rawValue) | "
      text += "\(rule.fix?.rawValue ?? "") | \(escaped(rule.summary.summary)) |\n"
    }
    return text
  }

  /// A sentence for an ID that no rule has.
  package static func unknown(_ text: String, in catalogue: RuleCatalogue) -> String {
    let sentence = "There is no rule '\(Printable.text(text))'."
    guard let nearest = catalogue.nearestID(to: text) else { return sentence }
    return sentence + " Did you mean '\(nearest)'?"
  }

  private static func subject(of rule: Rule) -> String {
    var parts = rule.given.map(\.description)
    if !rule.links.isEmpty { parts.append("links in Markdown") }
    if parts.isEmpty {
      parts.append(rule.summary.scope == .link ? "every link" : "the text of the record")
    }
    return parts.joined(separator: ", ")
  }

  private static func lines(of example: RuleExample) -> [String] {
    let places = example.at.map(\.description).joined(separator: ", ")
    let end = places.isEmpty ? "" : "  ← \(places)"
    switch example.input {
    case .link(let link):
      let judgement = link.judgement
      return ["\(link.occurrence.href): \(judgement.verdict.rawValue), \(judgement.cause)\(end)"]
    case .situation(let situation): return [situation]
    case .records(let records):
      return records.enumerated().map { position, record in
        Printable.text(record.text, width: 400) + (position == records.count - 1 ? end : "")
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_<>|[]".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
