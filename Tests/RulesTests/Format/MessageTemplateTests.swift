import Testing

@testable import Rules

@Suite struct MessageTemplateTests {
  private func filled(_ template: String, _ values: [String: String]) throws -> String {
    try MessageTemplate(template).filled { values[$0] }
  }

  @Test func `a placeholder is filled in`() throws {
    #expect(try filled("'{value}' is bad.", ["value": "a"]) == "'a' is bad.")
  }

  @Test func `an optional part stays with its value and goes without it`() throws {
    let template = "No.[ Did you mean '{suggestion}'?]"
    #expect(try filled(template, ["suggestion": "x"]) == "No. Did you mean 'x'?")
    #expect(try filled(template, [:]) == "No.")
  }

  @Test func `doubled brackets stand for themselves`() throws {
    #expect(try filled("{{ [[ ]] }}", [:]) == "{ [ ] }")
  }

  @Test func `values cannot steer the reader's terminal`() throws {
    #expect(
      try filled("{value}", ["value": "a\u{1B}[2J\u{202E}b\n"]) == #"a\u{001B}[2J\u{202E}b\u{000A}"#
    )
  }

  @Test func `long values are cut`() throws {
    let message = try filled("{value}", ["value": String(repeating: "a", count: 500)])
    #expect(message == String(repeating: "a", count: 100) + "…")
  }

  @Test(arguments: ["{value", "value}", "[a", "a]", "[a[b]]"])
  func `a malformed template is refused`(template: String) {
    #expect(throws: MessageTemplate.Malformed.self) { try MessageTemplate(template) }
  }
}
