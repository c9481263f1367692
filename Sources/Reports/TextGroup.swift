import Model

/// What a finding is put under in the terminal report, where that is not its record.
struct TextGroup {
  /// Empty for what is about no link.
  let name: String
  private let rule: RuleID
  private let link: JudgedLink?
  private let grouping: TextOptions.Grouping

  /// - Parameter link: the one that stands at the finding's place.
  init(_ finding: Finding, _ link: JudgedLink?, by grouping: TextOptions.Grouping) {
    rule = finding.rule
    self.link = link
    self.grouping = grouping
    switch grouping {
    case .record: name = finding.record.description
    case .rule: name = finding.rule.description
    case .link: name = link?.occurrence.destination.shownURL ?? ""
    case .host:
      guard case .target(let target, _)? = link?.occurrence.destination else {
        name = ""
        return
      }
      name = ShownHost.text(of: target.url)
    }
  }

  /// The line over the group's findings.
  func title(_ palette: Palette, _ hyperlinks: Hyperlinks?) -> String {
    guard !name.isEmpty else { return palette.paint("about no \(grouping.rawValue)", .strong) }
    let shown = palette.paint(TerminalText.escaped(name, limit: 500), .strong)
    switch grouping {
    case .record, .rule, .host: return shown
    case .link:
      let verdict = link.map { "  \($0.judgement.verdict.rawValue)" } ?? ""
      return (hyperlinks?.text(shown, toPage: name) ?? shown) + verdict
    }
  }
}
