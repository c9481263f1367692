package import Model

/// Reads a native report and says again what the run said to its reports: any other report can be
/// written from it, byte by byte as the run would have written it.
///
/// The file is read twice: records come before the links that they lead to.
package struct ResultReader {
  /// Reads a line as JSON, or says why it is none.
  package typealias Parser = (_ line: [UInt8], _ origin: Origin) throws(ResultError) -> Document

  private let file: LineFile
  private let parse: Parser
  private var judgements: [Int: Judgement] = [:]

  /// Opens the report; `-` is standard input.
  package init(_ path: String, parse: @escaping Parser) throws(ResultError) {
    file = try LineFile(path)
    self.parse = parse
    var judgements: [Int: Judgement] = [:]
    try file.forEachLine { (bytes, number) throws(ResultError) in
      guard bytes.starts(with: #"{"type":"link""#.utf8) else { return }
      let line = try Self.line(bytes, number, in: file.name, parse)
      judgements[try line.int("number")] = try line.judgement()
    }
    self.judgements = judgements
  }

  /// Calls with all that the run told, in its order: the header, records, links, the totals.
  package func read(_ body: (ResultEvent) throws(ResultError) -> Void) throws(ResultError) {
    var state = State()
    var last = 0
    try file.forEachLine { (bytes, number) throws(ResultError) in
      last = number
      let line = try Self.line(bytes, number, in: file.name, parse)
      let type = try line.string("type")
      guard number > 1 || type == "run" else { throw line.fault(.noRun) }
      guard !state.hasEnded else { throw line.fault(.misplaced(type)) }
      if type != "finding" { try state.closeRecord(line, body) }
      switch type {
      case "run":
        guard number == 1 else { throw line.fault(.misplaced(type)) }
        try body(.header(try line.header()))
      case "record": try state.openRecord(line, judgements)
      case "finding": try state.add(line)
      case "link":
        let number = try line.int("number")
        guard let judgement = judgements[number] else { throw line.fault(.unknownLink(number)) }
        try body(
          .link(
            LinkReport(
              destination: try line.destination(number: number), judgement: judgement,
              occurrences: try line.int("occurrences"))))
      case "fix": state.fixed.append(try line.fixed())
      case "summary":
        try body(.result(try line.result(fixed: state.fixed)))
        state.hasEnded = true
      default: throw line.fault(.unknownLine(type))
      }
    }
    guard state.hasEnded else { throw ResultError(file: file.name, line: last, .cut) }
  }

  private static func line(
    _ bytes: [UInt8], _ number: Int, in file: String, _ parse: Parser
  ) throws(ResultError) -> ResultLine {
    let root = try parse(bytes, Origin(file: file, line: number)).root
    guard root.kind == .object else {
      throw ResultError(file: file, line: number, .wrong("line", expected: "an object"))
    }
    return ResultLine(value: root)
  }

  /// What was read and not told yet.
  private struct State {
    var fixed: [FixedFinding] = []
    var hasEnded = false
    private var record: ResultLine?
    private var links: [JudgedLink] = []
    private var findings: [Finding] = []

    mutating func openRecord(
      _ line: ResultLine, _ judgements: [Int: Judgement]
    ) throws(ResultError) {
      let file = try line.string("file")
      for link in try line.objects("links") {
        let (number, occurrence) = try link.occurrence(in: file)
        guard let judgement = judgements[number] else { throw link.fault(.unknownLink(number)) }
        links.append(JudgedLink(occurrence: occurrence, judgement: judgement))
      }
      record = line
    }

    mutating func add(_ line: ResultLine) throws(ResultError) {
      guard record != nil else { throw line.fault(.misplaced("finding")) }
      findings.append(try line.finding())
    }

    /// Tells the record when the line after its last finding comes.
    mutating func closeRecord(
      _ next: ResultLine, _ body: (ResultEvent) throws(ResultError) -> Void
    ) throws(ResultError) {
      guard let line = record else { return }
      guard try line.int("findingCount") == findings.count else {
        throw line.fault(
          .wrong("findingCount", expected: "the number of the findings that follow"),
          at: line.optional("findingCount"))
      }
      try body(
        .record(
          RecordReport(
            key: RecordKey(try line.string("record")),
            start: try line.location(in: line.string("file")),
            isReadable: try line.bool("isReadable"), findings: findings, links: links,
            isRecord: try line.bool("isRecord"))))
      (record, findings, links) = (nil, [], [])
    }
  }
}

/// What a run tells its reports.
package enum ResultEvent: Sendable {
  case header(RunHeader)
  case record(RecordReport)
  case link(LinkReport)
  case result(RunResult)
}
