import Model
import Rules
import Run
import Testing

@Suite struct ExampleReaderTests {
  @Test func `every example of every shipped rule holds with the reader of a run`() throws {
    let catalogue = try RuleCatalogue(examples: .all)
    let failures = RuleExamples.run(
      catalogue, read: ExampleReader.reading, judge: ExampleReader.faults)
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
    #expect(catalogue.rules.count > 60)
  }

  @Test func `the failing examples of a rule about pages fail when it is off`() throws {
    let catalogue = try RuleCatalogue(examples: .all)
    let rules = catalogue.rules.filter { $0.summary.scope == .page }
    var settings = RuleSettings()
    settings.levels = [("pages/*", .off), ("links/*", .off)]
    let failures = RuleExamples.run(
      rules, of: catalogue, settings: settings, read: ExampleReader.reading,
      judge: ExampleReader.faults)
    #expect(failures.count == rules.map(\.examples.failing.count).reduce(0, +))
    #expect(rules.count == PageAspect.allCases.count)
  }
}
