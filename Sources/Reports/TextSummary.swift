import Model

/// The end of the terminal report: what could not be checked, the totals, and what to do next.
struct TextSummary {
  let palette: Palette
  let options: TextOptions
  private var doubts: [Doubt: Int] = [:]
  /// Findings that a fix would mend.
  private var mendable: [Suggestion.Safety: Int] = [:]
  private var statistics = RuleStatistics()
  /// Whether a doubtful link fails the run.
  private var doubtCounts = false

  init(palette: Palette, options: TextOptions) {
    self.palette = palette
    self.options = options
  }

  mutating func note(_ finding: Finding, failOn: Severity) {
    guard finding.suppression == nil else { return }
    if let suggestion = finding.suggestion, !finding.span.start.file.hasSuffix(".gz") {
      mendable[suggestion.safety, default: 0] += 1
    }
    statistics.add(finding)
    if finding.rule.description == "links/doubtful", finding.severity >= failOn {
      doubtCounts = true
    }
  }

  mutating func note(_ link: LinkReport) {
    guard link.judgement.verdict == .doubtful else { return }
    doubts[Doubt(link), default: 0] += 1
  }

  func lines(_ result: RunResult, header: RunHeader?, minSeverity: Severity) -> [String] {
    doubtLines() + fixLines(result)
      + (options.showsStatistics ? statistics.lines(palette) : []) + totals(result, header: header)
      + [""]
      + next(result, header: header, minSeverity: minSeverity)
  }

  private func doubtLines() -> [String] {
    guard !doubts.isEmpty else { return [] }
    let aside = doubtCounts ? "" : " (not counted against you)"
    var lines = [palette.paint("Could not be checked\(aside)", .strong)]
    let sorted = doubts.sorted { $0.key < $1.key }
    let shown = options.isVerbose ? sorted[...] : sorted.prefix(10)
    let causeWidth = shown.map { TerminalWidth.columns(of: $0.key.cause) }.max() ?? 0
    let hostWidth = shown.map { TerminalWidth.columns(of: $0.key.host) }.max() ?? 0
    for (doubt, count) in shown {
      lines.append(
        "  \(padded(doubt.cause, causeWidth))  \(padded(doubt.host, hostWidth))  "
          + Counted.text(count, "link"))
    }
    if sorted.count > shown.count {
      let rest = Counted.text(sorted.count - shown.count, "more line")
      lines.append("  and \(rest): --verbose")
    }
    return lines + [""]
  }

  private func fixLines(_ result: RunResult) -> [String] {
    guard let fixes = result.fixes else { return [] }
    let lines = FixText.lines(of: fixes, limit: options.isVerbose ? nil : 20)
    guard let head = lines.first else { return [] }
    return [palette.paint(head, .strong)] + lines.dropFirst().map { "  \($0)" } + [""]
  }

  private func totals(_ result: RunResult, header: RunHeader?) -> [String] {
    var lines = [palette.paint("Summary", .strong)]
    func add(_ label: String, _ text: String) {
      lines.append("  \(palette.paint(padded(label, 9), .faint)) \(text)")
    }
    let rest = result.unchanged == 0 ? "" : ", \(result.unchanged) unchanged left out"
    add("records", "\(result.records)\(rest)")
    add("findings", findings(result))
    let links = Verdict.allCases.map { "\(result.links[$0, default: 0]) \($0.rawValue)" }
    let sum = result.links.values.reduce(0, +)
    add("links", sum == 0 ? "0" : "\(sum): \(links.joined(separator: ", "))")
    add(
      "",
      "\(Counted.text(result.occurrences, "occurrence")), "
        + Counted.text(result.requests, "request"))
    if let duration = result.duration {
      add("time", "\(Counted.decimal(thousandths: duration.milliseconds)) s")
    }
    for reason in Self.notRun(header) { add("not run", reason) }
    for loosened in loosened(header) { add("rules", loosened) }
    if !result.isComplete {
      add("stopped", palette.paint("before everything was read and checked", .warning))
    }
    return lines
  }

  private func findings(_ result: RunResult) -> String {
    var parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = result.findings[severity, default: 0]
      guard count > 0 else { return nil }
      return palette.paint(Counted.text(count, severity.rawValue), palette.ink(for: severity))
    }
    if parts.isEmpty { parts.append("none") }
    if result.suppressed > 0 { parts.append(suppressed(result)) }
    return parts.joined(separator: ", ")
  }

  /// `12 suppressed (2 by configuration, 10 by baseline)`: whoever may loosen is to be seen.
  private func suppressed(_ result: RunResult) -> String {
    let origins = SuppressionOrigin.allCases.compactMap { origin -> String? in
      let count = result.suppressedBy[origin, default: 0]
      return count > 0 ? "\(count) by \(origin.rawValue)" : nil
    }
    let total = "\(result.suppressed) suppressed"
    return origins.isEmpty ? total : "\(total) (\(origins.joined(separator: ", ")))"
  }

  /// `links, pages (offline)`, a text for each reason in the order of packs.
  private static func notRun(_ header: RunHeader?) -> [String] {
    var reasons: [(reason: String, packs: [String])] = []
    for pack in header?.packsNotRun ?? [] {
      let known = reasons.firstIndex { $0.reason.utf8.elementsEqual(pack.reason.utf8) }
      if let known {
        reasons[known].packs.append(pack.pack)
      } else {
        reasons.append((pack.reason, [pack.pack]))
      }
    }
    return reasons.map { reason, packs in
      "\(TerminalText.escaped(packs.joined(separator: ", "))) (\(TerminalText.escaped(reason)))"
    }
  }

  /// `3 switched off, 1 made less severe by the configuration`: whoever may loosen is to be seen.
  private func loosened(_ header: RunHeader?) -> [String] {
    let parts = [
      (header?.rulesOff ?? [], "switched off"), (header?.rulesLowered ?? [], "made less severe"),
    ].filter { !$0.0.isEmpty }
    guard !parts.isEmpty else { return [] }
    guard options.isVerbose else {
      let counts = parts.map { "\($0.0.count) \($0.1)" }.joined(separator: ", ")
      return ["\(counts) by the configuration: stet config show"]
    }
    return parts.map { rules, what in
      let names = rules.map { TerminalText.escaped($0.description, limit: 200) }
      return "\(what) by the configuration: \(names.joined(separator: ", "))"
    }
  }

  private func next(
    _ result: RunResult, header: RunHeader?, minSeverity: Severity
  ) -> [String] {
    var lines: [String] = []
    let hidden = Severity.allCases.filter { $0 < minSeverity }
    let hiddenCount = hidden.reduce(0) { $0 + result.findings[$1, default: 0] }
    if hiddenCount > 0 {
      let names = hidden.reversed().filter { result.findings[$0, default: 0] > 0 }
        .map { Counted.text(result.findings[$0, default: 0], $0.rawValue) }
        .joined(separator: ", ")
      lines.append("Not shown: \(names). See them with --min-severity \(hidden[0].rawValue).")
    }
    let safe = mendable[.safe, default: 0]
    let unsafe = mendable[.unsafe, default: 0]
    if safe > 0 {
      lines.append("--fix mends \(Counted.text(safe, "finding")); see it first with --diff.")
    }
    if unsafe > 0 {
      let count = safe > 0 ? "\(unsafe) more" : Counted.text(unsafe, "finding")
      lines.append("--unsafe-fixes mends \(count); look at the result.")
    }
    if let rule = statistics.foremost {
      let name = TerminalText.escaped(rule.description, limit: 200)
      lines.append("Why a rule matters, with examples: stet rules explain \(name)")
    }
    if result.exit == .findings, isForBaseline(result, failOn: header?.failOn ?? .error) {
      lines.append(
        "Too many to mend now? stet baseline create --output stet.baseline excuses them; "
          + "--baseline stet.baseline then tells what is new.")
    }
    lines.append(conclusion(result, failOn: header?.failOn ?? .error))
    return lines
  }

  /// Whether there is more than a day's work, and no baseline yet.
  private func isForBaseline(_ result: RunResult, failOn: Severity) -> Bool {
    let failing = Severity.allCases.filter { $0 >= failOn }
      .reduce(0) { $0 + result.findings[$1, default: 0] }
    return failing >= 50 && result.suppressedBy[.baseline, default: 0] == 0
  }

  private func conclusion(_ result: RunResult, failOn: Severity) -> String {
    switch result.exit {
    case .interrupted, .terminated:
      return palette.paint("Stopped by a signal: run it again for the rest.", .error)
    case .trouble where result.records == 0:
      return palette.paint("No records were found: nothing was checked.", .error)
    case .trouble:
      return palette.paint("The work could not be done: see the messages above.", .error)
    case .findings:
      let failing = Severity.allCases.reversed().filter {
        $0 >= failOn && result.findings[$0, default: 0] > 0
      }
      let counts = failing.map { Counted.text(result.findings[$0, default: 0], $0.rawValue) }
      let mend = counts.isEmpty ? [] : ["\(counts.joined(separator: ", ")) to mend"]
      let reasons = mend + result.exceeded
      return palette.paint(
        reasons.isEmpty ? "Failed." : "Failed: \(reasons.joined(separator: "; ")).", .error)
    case .clean where !result.isComplete:
      return palette.paint("Passed as far as it went: run it again for the rest.", .warning)
    case .clean:
      return palette.paint("Passed.", .help)
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TerminalWidth.columns(of: text)))
  }

  /// A cause and a host that could not be checked.
  private struct Doubt: Hashable, Comparable {
    let cause: String
    let host: String

    init(_ link: LinkReport) {
      cause = TerminalText.escaped(link.judgement.cause, limit: 60)
      switch link.destination {
      case .target(let target, _):
        host = TerminalText.escaped(ShownHost.text(of: target.url), limit: 80)
      case .unprobed: host = ""
      }
    }

    static func < (left: Doubt, right: Doubt) -> Bool {
      (left.cause, left.host) < (right.cause, right.host)
    }
  }
}
