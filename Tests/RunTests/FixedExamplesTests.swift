import Foundation
import Model
import Reports
import Rules
import Run
import Testing

/// Mends the failing examples of every rule with a fix, as a run does.
@Suite struct FixedExamplesTests {
  static let mending = ((try? RuleCatalogue(examples: .all))?.rules ?? [])
    .filter { $0.fix != nil && $0.summary.scope == .record }
  static let ids = mending.map(\.id)

  @Test func `there are rules with fixes`() {
    #expect(Self.ids.count == 11)
  }

  @Test(arguments: ids) func `after a fix the finding is gone and no new one came`(
    id: RuleID
  ) async throws {
    let rule = try #require(Self.mending.first { $0.id == id })
    var mended = 0
    for example in rule.examples.failing {
      guard case .records(let records) = example.input, records.count == 1 else { continue }
      let folder = FileManager.default.temporaryDirectory.appending(path: "fixed-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: records[0].file)
      try Data(records[0].text).write(to: file)
      let before = try await findings(in: file, folder, fixing: nil)
      _ = try await findings(in: file, folder, fixing: .unsafe)
      if try Data(contentsOf: file) == Data(records[0].text) { continue }
      let after = try await findings(in: file, folder, fixing: nil)
      mended += before[id.description, default: 0] > after[id.description, default: 0] ? 1 : 0
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for (rule, count) in after {
        #expect(count <= before[rule, default: 0], "\(rule) is new in \(text)")
      }
    }
    #expect(mended > 0)
  }

  /// The number of findings by rule.
  private func findings(
    in file: URL, _ folder: URL, fixing: Suggestion.Safety?
  ) async throws -> [String: Int] {
    let report = folder.appending(path: "report")
    var plan = Plan(inputs: [file.path], now: RuleExamples.now, version: "test")
    plan.isOffline = true
    plan.fixing = fixing
    plan.reports = [try ReportRequest(parsing: "jsonl=\(report.path)")]
    _ = try await CheckRun(plan).execute()
    var counts: [String: Int] = [:]
    for line in try String(contentsOf: report, encoding: .utf8).split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard object?["type"] as? String == "finding", let rule = object?["rule"] as? String else {
        continue
      }
      counts[rule, default: 0] += 1
    }
    return counts
  }
}
