import Model

/// What the pictures of the HTML report count.
struct PageFigures {
  private var rules: [RuleID: (count: Int, severity: Severity)] = [:]
  private var packs: [String: Int] = [:]
  private var hosts: [String: Int] = [:]
  /// Links that fail, by how long they do.
  private var ages: [Int: Int] = [:]

  mutating func add(_ finding: Finding) {
    guard finding.suppression == nil else { return }
    let known = rules[finding.rule] ?? (0, finding.severity)
    rules[finding.rule] = (known.count + 1, max(known.severity, finding.severity))
    packs[finding.rule.pack, default: 0] += 1
  }

  /// - Parameter now: seconds since 1970; none where no times are told.
  mutating func add(_ link: LinkReport, now: Int?) {
    switch link.judgement.verdict {
    case .alive, .unchecked: return
    case .moved: break
    case .dead, .doubtful:
      if let now {
        let days = link.judgement.failing.map { (now - $0.time) / 86_400 } ?? 0
        ages[[1, 7, 30].firstIndex { days < $0 } ?? 3, default: 0] += 1
      }
    }
    if case .target(let target, _) = link.destination {
      hosts[ShownHost.text(of: target.url), default: 0] += 1
    }
  }

  /// The pictures, each a section.
  func write(to xml: inout XMLWriter, result: RunResult) {
    xml.markup("<div class=\"figures\">\n")
    let byRule = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    Self.bars(
      "Findings by rule",
      byRule.map { ($0.key.description, $0.value.count, $0.value.severity.rawValue) },
      &xml)
    let byPack = packs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    Self.bars("Findings by pack", byPack.map { ($0.key, $0.value, "note") }, &xml)
    Self.bars(
      "Links by verdict",
      Verdict.allCases.map { ($0.rawValue, result.links[$0, default: 0], $0.rawValue) }, &xml)
    let byHost = hosts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    Self.bars(
      "Dead, doubtful and moved links by host", byHost.map { ($0.key, $0.value, "dead") }, &xml)
    let names = ["since today", "for days", "for weeks", "for longer"]
    Self.bars(
      "How long links fail", names.indices.map { (names[$0], ages[$0, default: 0], "doubtful") },
      &xml)
    xml.markup("</div>\n")
  }

  /// A table whose numbers are also bars; nothing where all are 0.
  private static func bars(
    _ title: String, _ rows: [(name: String, count: Int, ink: String)], _ xml: inout XMLWriter
  ) {
    let greatest = rows.map(\.count).max() ?? 0
    guard greatest > 0 else { return }
    xml.markup("<section><h2>")
    xml.text(title)
    xml.markup("</h2><table class=\"bars\"><tbody>\n")
    for row in rows.prefix(12) {
      xml.markup("<tr><th scope=\"row\">")
      xml.text(TerminalText.escaped(row.name, limit: 100))
      let width = max(row.count == 0 ? 0 : 1, row.count * 100 / greatest)
      xml.markup(
        "</th><td class=\"\(row.ink)\"><svg width=\"100%\" height=\"12\" aria-hidden=\"true\">")
      xml.markup("<rect width=\"\(width)%\" height=\"12\" rx=\"2\"/></svg></td>")
      xml.markup("<td>\(row.count)</td></tr>\n")
    }
    xml.markup("</tbody></table>")
    if rows.count > 12 { xml.markup("<p class=\"soft\">and \(rows.count - 12) more</p>") }
    xml.markup("</section>\n")
  }
}
