import YAML

/// A value of the configuration as `stet config show` prints it.
enum ShownValue {
  case text(String)
  /// A number or `true` or `false`, as written.
  case literal(String)
  case list([ShownValue])
  case mapping([(key: String, value: ShownValue)])
  case nothing

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      self = isPlain && Self.isLiteral(text) ? .literal(text) : .text(text)
    case .sequence(let elements): self = .list(elements.map { ShownValue($0) })
    case .mapping(let entries):
      self = .mapping(entries.map { ($0.key, ShownValue($0.value)) })
    }
  }

  static func texts(_ texts: [String]) -> ShownValue { .list(texts.map { .text($0) }) }

  var json: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .literal(let text): text
    case .nothing: "null"
    case .list(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }

  /// In one line; of what YAML allows, what JSON allows too, and plain words.
  var yaml: String {
    switch self {
    case .text(let text): Self.word(text)
    case .literal(let text): text
    case .nothing: "none"
    case .list(let values): "[" + values.map(\.yaml).joined(separator: ", ") + "]"
    case .mapping(let entries):
      entries.isEmpty
        ? "{}"
        : "{ " + entries.map { "\(Self.word($0.key)): \($0.value.yaml)" }.joined(separator: ", ")
          + " }"
    }
  }

  /// A text as YAML: in quotes where it would be read as something else.
  static func word(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { isLetter($0) || $0 == UInt8(ascii: "/") } == true
      && text.utf8.allSatisfy {
        isLetter($0) || (0x30...0x39).contains($0) || "/._-".utf8.contains($0)
      }
    return isPlain && !isLiteral(text) ? text : quoted(text)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte & 0xC0 == 0x40
  }

  private static func isLiteral(_ text: String) -> Bool {
    ["true", "false", "null"].contains(text) || Double(text) != nil
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
