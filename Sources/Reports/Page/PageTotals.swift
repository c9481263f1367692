import Model

/// The head of the HTML report: how the run went, in a sentence and in numbers.
struct PageTotals {
  let result: RunResult
  let header: RunHeader?

  func write(to xml: inout XMLWriter) {
    xml.markup("<header>\n<h1>Stet ")
    xml.text(RunText.conclusion(result))
    xml.markup("</h1>\n<p class=\"soft\">")
    xml.text(sentence)
    xml.markup("</p>\n")
    if !result.isComplete { xml.markup("<p class=\"banner\">\(RunText.incomplete)</p>\n") }
    for reason in result.exceeded {
      xml.markup("<p class=\"banner\">")
      xml.text(TerminalText.escaped("Over the threshold: \(reason).", limit: 300))
      xml.markup("</p>\n")
    }
    xml.markup("<ul class=\"cards\">\n")
    card("records", result.records, &xml)
    for severity in Severity.allCases.reversed() {
      card(
        "\(severity.rawValue)s", result.findings[severity, default: 0], &xml,
        ink: severity.rawValue)
    }
    card("suppressed", result.suppressed, &xml)
    for verdict in Verdict.allCases {
      card(
        "links \(verdict.rawValue)", result.links[verdict, default: 0], &xml, ink: verdict.rawValue)
    }
    xml.markup("</ul>\n</header>\n")
  }

  private var sentence: String {
    var parts: [String] = []
    if let start = header?.startedAt {
      parts.append("\(UTCTime.text(secondsSince1970: start).replacing("T", with: " ")) UTC")
    }
    parts.append(Counted.text(result.occurrences, "link occurrence"))
    parts.append(Counted.text(result.requests, "request"))
    if let duration = result.duration, header?.startedAt != nil {
      parts.append("\(Counted.decimal(thousandths: duration.milliseconds)) s")
    }
    for pack in header?.packsNotRun ?? [] {
      parts.append("\(pack.pack) not run: \(TerminalText.escaped(pack.reason, limit: 200))")
    }
    return parts.joined(separator: " · ")
  }

  private func card(
    _ label: String, _ count: Int, _ xml: inout XMLWriter, ink: String = ""
  ) {
    xml.markup("<li><b class=\"\(count > 0 ? ink : "")\">\(count)</b>\(label)</li>\n")
  }
}
