package import Model

/// The report in SARIF 2.1.0, as GitHub's code scanning reads it: the gravest results first, at most
/// 25,000; what could not be checked is a notification and no result.
package struct SARIFReport: ReportFormat {
  package static let name = "sarif"

  /// What GitHub takes of one run.
  static let resultLimit = 25_000
  private static let notificationLimit = 1_000

  private var header: RunHeader?
  private var ruleIndices: [RuleID: Int] = [:]
  /// Results of errors, warnings, notes, then of what is suppressed.
  private let results = [Spool(), Spool(), Spool(), Spool()]
  private var counts = [0, 0, 0, 0]
  private var doubts = 0
  private var notifications: [[UInt8]] = []

  package init(options: ReportOptions) {}

  package mutating func begin(_ header: RunHeader, to sink: any ReportSink) throws(ReportError) {
    self.header = header
    for (index, rule) in header.rules.enumerated() { ruleIndices[rule.id] = index }
    var driver = JSONWriter()
    driver.object { $0.driver(header) }
    try sink.write(
      #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#
        + #""runs":[{"tool":{"driver":"#)
    try sink.write(driver.bytes)
    try sink.write(
      #"},"columnKind":"unicodeCodePoints","automationDetails":{"id":"stet/"},"#
        + #""originalUriBaseIds":{"ROOT":{"description":{"text":"The folder that paths start from."}}},"#
        + #""results":["#)
  }

  package mutating func record(
    _ report: RecordReport, to sink: any ReportSink
  ) throws(ReportError) {
    for finding in report.findings {
      let isDoubt = finding.rule.description.utf8.elementsEqual("links/doubtful".utf8)
      if isDoubt, finding.severity < header?.failOn ?? .error { continue }
      let place = Self.place(of: finding)
      counts[place] += 1
      guard counts[place] <= Self.resultLimit else { continue }
      var json = JSONWriter()
      json.object { $0.result(finding, ruleIndex: ruleIndices[finding.rule]) }
      try results[place].append(json.bytes + [UInt8(ascii: "\n")])
    }
  }

  package mutating func link(_ report: LinkReport, to sink: any ReportSink) throws(ReportError) {
    guard report.judgement.verdict == .doubtful else { return }
    doubts += 1
    guard doubts <= Self.notificationLimit else { return }
    let url = TerminalText.escaped(report.destination.shownURL, limit: 500)
    let sentence = TerminalText.escaped(Redaction.text(report.judgement.sentence))
    notifications.append(Self.notification("Could not check '\(url)': \(sentence)"))
  }

  package mutating func finish(_ result: RunResult, to sink: any ReportSink) throws(ReportError) {
    var left = Self.resultLimit
    var isFirst = true
    for spool in results {
      // Each line is one result; those over the limit are not written.
      try spool.drain { piece throws(ReportError) in
        var piece = piece[...]
        while left > 0, !piece.isEmpty {
          let end = piece.firstIndex(of: UInt8(ascii: "\n")) ?? piece.endIndex
          if !isFirst, isAtLineStart { try sink.write(",") }
          if isAtLineStart { try sink.write("\n") }
          try sink.write(Array(piece[..<end]))
          isFirst = false
          isAtLineStart = end < piece.endIndex
          if isAtLineStart { left -= 1 }
          piece = piece[end...].dropFirst()
        }
      }
    }
    let all = counts.reduce(0, +)
    if all > Self.resultLimit {
      notifications.append(
        Self.notification(
          "\(all - Self.resultLimit) results are left out: GitHub takes \(Self.resultLimit)."))
    }
    if doubts > Self.notificationLimit {
      notifications.append(
        Self.notification(
          "\(doubts - Self.notificationLimit) more links could not be checked."))
    }
    if !result.isComplete { notifications.append(Self.notification(RunText.incomplete)) }
    var properties = JSONWriter()
    properties.object { $0.summaryMembers(result) }
    try sink.write("\n],\"invocations\":[")
    try sink.write(invocation(result))
    try sink.write("],\"properties\":")
    try sink.write(properties.bytes)
    try sink.write("}]}\n")
  }

  private var isAtLineStart = true

  private func invocation(_ result: RunResult) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      let isStopped = result.exit == .interrupted || result.exit == .terminated
      json.member("executionSuccessful", result.exit != .trouble && !isStopped)
      json.member("exitCode", Int(result.exit.rawValue))
      if let start = header?.startedAt {
        json.member("startTimeUtc", "\(UTCTime.text(secondsSince1970: start))Z")
      }
      json.member("toolExecutionNotifications", notifications) { json, bytes in
        json.literal(String(decoding: bytes, as: UTF8.self))
      }
    }
    return json.bytes
  }

  private static func place(of finding: Finding) -> Int {
    guard finding.suppression == nil else { return 3 }
    return switch finding.severity {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  private static func notification(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("level", "note")
      json.member("message") { $0.member("text", SARIFText.escaped(text)) }
    }
    return json.bytes
  }
}
