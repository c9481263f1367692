import Model

/// The JSON Schema of rule files, made from what their reader knows: docs/rule-schema.json.
///
/// It says which keys there are and where, so that editors complete them; whether a kind's options
/// have sensible values is told by the reader.
package enum RuleSchema {
  package static var text: String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A rule of stet: rules/PACK/FAULT.yml",
      "type": "object",
      "required": [\(words(["check", "examples", "mend", "message", "severity", "summary", "why"]))],
      "additionalProperties": false,
      "properties": {
    \(members(of: properties, indent: 4))
      },
      "$defs": {
        "text": { "type": "string", "pattern": "\\\\S" },
        "severity": { "enum": [\(words(Severity.allCases.map(\.rawValue).sorted()))] },
        "selector": {
          "description": "JSONPath (RFC 9535) without filters.",
          "type": "string",
          "pattern": "^\\\\$"
        },
        "selectors": \(oneOrMore("selector")),
        "texts": \(oneOrMore("text")),
        "when": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "absent": { "$ref": "#/$defs/selectors" },
            "alone": { "type": "boolean" },
            "passes": { "$ref": "#/$defs/texts" },
            "present": { "$ref": "#/$defs/selectors" }
          }
        },
        "check": {
          "oneOf": [
            { "enum": [\(words(kinds.map { $0.name }))] },
            {
              "type": "object",
              "minProperties": 1,
              "maxProperties": 1,
              "additionalProperties": false,
              "properties": {
    \(members(of: kinds.map { ($0.name, options(of: $0)) }, indent: 12))
              }
            }
          ]
        },
        "examples": {
          "type": "object",
          "required": ["failing", "passing"],
          "additionalProperties": false,
          "properties": {
            "failing": { "type": "array", "minItems": 1, "items": { "type": "object" } },
            "passing": { "type": "array", "minItems": 1, "items": { "type": "object" } }
          }
        }
      }
    }

    """
  }

  /// Each key of a rule file with its schema.
  private static let properties: [(name: String, schema: String)] = [
    ("check", reference("check")),
    ("examples", reference("examples")),
    ("fix", "{ \"enum\": [\"safe\", \"unsafe\"] }"),
    (
      "given",
      oneOrMore(schema: "{ \"anyOf\": [{ \"const\": \"urls\" }, \(reference("selector"))] }")
    ),
    ("links", oneOrMore(schema: "{ \"enum\": [\(words(LinkRole.allCases.map(\.rawValue)))] }")),
    ("mend", reference("text")),
    ("message", reference("text")),
    ("related", reference("selectors")),
    ("scope", "{ \"enum\": [\(words(RuleScope.allCases.map(\.rawValue)))] }"),
    ("severity", reference("severity")),
    (
      "severity-at",
      "{ \"type\": \"object\", \"additionalProperties\": \(reference("severity")) }"
    ),
    ("summary", reference("text")),
    ("when", reference("when")),
    ("why", reference("text")),
  ]

  private static var kinds: [any RuleKind.Type] {
    RuleKinds.all.sorted { $0.name < $1.name }
  }

  private static func options(of kind: any RuleKind.Type) -> String {
    let names = RuleDocumentation.options(of: kind)
    let properties = names.map { "\"\($0)\": true" }.joined(separator: ", ")
    return "{ \"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"properties\": "
      + (properties.isEmpty ? "{} }" : "{ \(properties) } }")
  }

  private static func members(of schemas: [(String, String)], indent: Int) -> String {
    schemas.map { String(repeating: " ", count: indent) + "\"\($0)\": \($1)" }
      .joined(separator: ",\n")
  }

  private static func reference(_ name: String) -> String { "{ \"$ref\": \"#/$defs/\(name)\" }" }

  private static func oneOrMore(_ name: String) -> String { oneOrMore(schema: reference(name)) }

  private static func oneOrMore(schema: String) -> String {
    "{ \"anyOf\": [\(schema), { \"type\": \"array\", \"items\": \(schema) }] }"
  }

  private static func words(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
