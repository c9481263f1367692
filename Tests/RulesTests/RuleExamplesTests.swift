import Model
import Testing

@testable import Rules

@Suite struct RuleExamplesTests {
  private static let catalogue = Result {
    try RuleCatalogue(examples: .all)
  }
  static let ids: [RuleID] = ((try? catalogue.get())?.rules ?? [])
    .filter { !($0.kind is ReaderFault) }.map(\.id)

  @Test func `the shipped rules can be read`() throws {
    #expect(try Self.catalogue.get().rules.count > 50)
  }

  @Test(arguments: ids) func `the examples of a shipped rule hold`(id: RuleID) throws {
    let catalogue = try Self.catalogue.get()
    let rule = try #require(catalogue.rule(id))
    let failures = RuleExamples.run(
      [rule], of: catalogue, settings: RuleSettings(), read: TestRecord.read)
    #expect(failures.map(\.description) == [])
  }

  @Test(arguments: ids) func `the failing examples of a rule fail when it is off`(
    id: RuleID
  )
    throws
  {
    let catalogue = try Self.catalogue.get()
    let rule = try #require(catalogue.rule(id))
    var settings = RuleSettings()
    settings.levels = [(id.description, .off)]
    let failures = RuleExamples.run(
      [rule], of: catalogue, settings: settings, read: TestRecord.read)
    let runnable = rule.examples.failing.filter {
      switch $0.input {
      // Pages are read by modules that this one does not know.
      case .situation, .page: false
      case .link, .records: true
      }
    }
    #expect(failures.count == runnable.count)
  }
}
