import Foundation
import Model
import Records
import Reports
import Testing

@Suite struct ResultMergeTests {
  /// What is joined of the runs' native reports.
  private func merge(_ runs: [SampleRun]) throws -> SampleRun {
    try Tool.withFolder { folder in
      var readers: [ResultReader] = []
      for (index, run) in runs.enumerated() {
        let file = folder.appending(path: "\(index).jsonl")
        try Data(run.report(JSONLinesReport.self).utf8).write(to: file)
        readers.append(
          try ResultReader(file.path) { (line, origin) throws(ResultError) in
            guard let reading = try? JSONReader().reading(of: line) else {
              throw ResultError(file: file.path, line: origin.line, .notJSON("Bad."))
            }
            return Document(bytes: line, tape: reading.tape, origin: origin)
          })
      }
      var merged = SampleRun(header: Sample.header())
      try ResultMerge(readers).read { event in
        switch event {
        case .header(let header): merged.header = header
        case .record(let report): merged.records.append(report)
        case .link(let report): merged.links.append(report)
        case .result(let result): merged.result = result
        }
      }
      return merged
    }
  }

  @Test(arguments: [1, 2, 3]) func `shards together are the run`(count: Int) throws {
    let whole = Sample.everything()
    var shards: [SampleRun] = []
    for number in 0..<count {
      var shard = whole
      shard.records = whole.records.enumerated().filter { $0.offset % count == number }
        .map(\.element)
      let urls = shard.records.flatMap(\.links).map { $0.occurrence.href.description }
      shard.links = whole.links.compactMap { link in
        let own = urls.count { url in
          switch link.destination {
          case .target(let target, _): target.url == url
          case .unprobed(let href, _): href.description == url
          }
        }
        return own == 0
          ? nil
          : LinkReport(
            destination: link.destination, judgement: link.judgement, occurrences: own)
      }
      shard.count()
      shard.result.requests = number == 0 ? whole.result.requests : 0
      shards.append(shard)
    }
    let merged = try merge(shards)
    #expect(merged.result.records == whole.result.records)
    #expect(merged.result.findings == whole.result.findings)
    #expect(merged.result.suppressed == whole.result.suppressed)
    #expect(merged.result.suppressedBy == whole.result.suppressedBy)
    #expect(merged.result.links.filter { $0.value > 0 } == whole.result.links)
    #expect(merged.result.occurrences == whole.result.occurrences)
    #expect(merged.result.requests == whole.result.requests)
    #expect(merged.result.exit == whole.result.exit)
    // A joined report is a report.
    let again = try ResultReaderTests.run(readFrom: merged.report(JSONLinesReport.self))
    #expect(again.records.count == whole.records.count)
  }

  @Test func `what two reports hold is there once`() throws {
    let run = Sample.everything()
    let merged = try merge([run, run])
    #expect(merged.records.count == run.records.count)
    #expect(merged.links.count == run.links.count)
    #expect(merged.result.findings == run.result.findings)
  }

  @Test func `a shard that was stopped makes the whole incomplete`() throws {
    let merged = try merge([Sample.everything(), Sample.everything(isComplete: false)])
    #expect(!merged.result.isComplete)
    #expect(merged.result.exit == .interrupted)
  }

  @Test func `a link that one shard has asked is known`() throws {
    var asked = Sample.everything()
    var offline = asked
    offline.links = asked.links.map {
      LinkReport(
        destination: $0.destination,
        judgement: Judgement(verdict: .unchecked, cause: "offline", sentence: "Not asked."),
        occurrences: $0.occurrences)
    }
    asked.count()
    let merged = try merge([offline, asked])
    #expect(merged.result.links[.dead] == 1)
  }
}
