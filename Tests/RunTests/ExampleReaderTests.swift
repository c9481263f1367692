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
}
