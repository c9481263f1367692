import Model
import Testing
import YAML

@testable import Rules

@Suite struct RuleFileTests {
  /// A rule file with some of its lines replaced by others.
  static func text(_ changes: [String: String] = [:]) -> String {
    let lines = [
      "summary": "The headline shouts.",
      "severity": "warning",
      "given": "$.title",
      "check": #"{ pattern: { refuse: "!!" } }"#,
      "message": #""'{value}' shouts.""#,
      "why": "Readers turn away.",
      "mend": "Speak softly.",
      "examples": "{ passing: [{ title: Calm }], failing: [{ title: Help!! }] }",
    ]
    let order = ["summary", "severity", "given", "check", "message", "why", "mend", "examples"]
    return (order + changes.keys.filter { !order.contains($0) }.sorted()).compactMap { key in
      let value = changes[key] ?? lines[key] ?? ""
      return value == "-" ? nil : "\(key): \(value)\n"
    }.joined()
  }

  static func read(_ text: String, path: String = "house/shouting.yml") throws -> Rule {
    try RuleFile.rule(text, path: path, file: path, isShipped: false, withExamples: true)
  }

  @Test func `a rule file gives a rule`() throws {
    let rule = try Self.read(Self.text())
    #expect(rule.id == RuleID("house/shouting"))
    #expect(rule.summary.severity == .warning)
    #expect(rule.examples.failing.first?.at == [FieldPath("/title")])
  }

  typealias Fault = RuleFileError.Fault

  static let faults: [(changes: [String: String], line: Int, column: Int, fault: Fault)] = [
    (["sumary": "x"], 9, 1, .unknown(.key, "sumary", known: keys)),
    (
      ["severity": "fatal"], 2, 11,
      .unknown(.severity, "fatal", known: ["note", "warning", "error"])
    ),
    (["severity": "-"], 1, 1, .missingKey("severity")),
    (["why": "-"], 1, 1, .missingKey("why")),
    (["mend": "' '"], 7, 7, .wrongType(key: "mend", expected: "a text")),
    (
      ["given": "$.title[?@]"], 3, 8,
      .badSelector("$.title[?@]", SelectorError(fault: .filter, position: 8))
    ),
    (["given": "-"], 1, 1, .missingKey("given")),
    (
      ["check": "{ pattern: { matches: x } }"], 4, 21,
      .unknown(.option, "matches", known: ["match", "refuse"])
    ),
    (["check": "{ pattern: { match: '(' } }"], 4, 28, .badPattern("(", reason: "missing ): (")),
    (["check": "[a]"], 4, 8, .wrongType(key: "check", expected: "one kind with its options")),
    (
      ["message": "'{valu}'"], 5, 10,
      .unknown(.placeholder, "valu", known: ["field", "name", "value", "pattern", "found"])
    ),
    (["message": "'{value'"], 5, 10, .badMessage("'{' without '}'")),
    (["fix": "safe"], 9, 6, .cannotMend(kind: "pattern")),
    (["scope": "corpus"], 9, 8, .wrongScope(kind: "pattern", scope: "record")),
    (["examples": "-"], 1, 1, .missingKey("examples")),
    (["examples": "{ failing: [{ title: Help!! }] }"], 8, 11, .missingExample(kind: "passing")),
    (
      ["examples": "{ passing: [{ title: Calm }], failing: [] }"], 8, 11,
      .missingExample(kind: "failing")
    ),
    (
      ["when": "{ pass: [a/b] }"], 9, 9,
      .unknown(.key, "pass", known: ["absent", "alone", "passes", "present"])
    ),
  ]

  static let keys = [
    "check", "examples", "fix", "given", "links", "mend", "message", "related", "scope",
    "severity", "severity-at", "summary", "when", "why",
  ]

  @Test(arguments: faults) func `a fault is told with its place`(
    changes: [String: String], line: Int, column: Int, fault: Fault
  ) {
    let expected = RuleFileError(
      file: "house/shouting.yml", mark: YAMLMark(line: line, column: column), fault: fault)
    #expect(throws: expected) { try Self.read(Self.text(changes)) }
  }

  @Test func `an unknown kind is told with a guess`() {
    let error = #expect(throws: RuleFileError.self) {
      try Self.read(Self.text(["check": "{ patern: {} }"]))
    }
    #expect(error?.mark == YAMLMark(line: 4, column: 10))
    #expect(
      error?.description
        == "house/shouting.yml:4:10: 'patern' is no known kind. Did you mean 'pattern'?")
  }

  @Test func `a name that stands twice is refused`() {
    let error = #expect(throws: RuleFileError.self) { try Self.read("why: a\nwhy: b\n") }
    #expect(error?.fault == .yaml(.duplicateKey("why")))
  }

  @Test(arguments: [
    "shouting.yml", "House/shouting.yml", "house/Shouting.yml", "house/shouting.yaml",
  ])
  func `a file outside a pack is refused`(path: String) {
    #expect(throws: RuleFileError(file: path, fault: .misplacedFile)) {
      try Self.read(Self.text(), path: path)
    }
  }

  @Test func `a key that YAML reads as a list is refused`() {
    #expect(throws: RuleFileError.self) { try Self.read("? [a, b]\n: c\n") }
  }
}
