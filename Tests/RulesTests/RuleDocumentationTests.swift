import Foundation
import Model
import Testing

@testable import Rules

@Suite struct RuleDocumentationTests {
  @Test func `the page of all rules is made from the rules`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/README.md").standardized
    let page = RuleDocumentation.page(try RuleCatalogue().rules)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func `the list has a line for each rule`() throws {
    let rules = try RuleCatalogue().rules
    let lines = RuleDocumentation.list(rules).split(separator: "\n")
    #expect(lines.count == rules.count)
    #expect(lines.contains { $0.hasPrefix("note     dates/not-utc") && $0.contains("  fix  ") })
  }

  @Test func `an explanation says why, what to do, and shows examples`() throws {
    let rule = try #require(RuleCatalogue(examples: .all).rule(RuleID("dates/not-utc")))
    let text = RuleDocumentation.explanation(of: rule)
    #expect(text.hasPrefix("dates/not-utc (note)\n"))
    #expect(text.contains("\nWhy   Dates in one offset"))
    #expect(text.contains("\nMend  Write the time in UTC"))
    #expect(text.contains("\nFix   unsafe: applied by --unsafe-fixes\n"))
    #expect(text.contains(#"{"published_at": "2026-06-25 14:59:57.250+02:00"}  ← /published_at"#))
  }

  @Test func `an unknown ID is answered with a guess`() throws {
    let sentence = RuleDocumentation.unknown("dates/not-utd", in: try RuleCatalogue())
    #expect(sentence == "There is no rule 'dates/not-utd'. Did you mean 'dates/not-utc'?")
  }
}
