import YAML

/// Writes a YAML node as JSON text, members in file order.
enum ExampleJSON {
  static func text(_ node: YAMLNode) -> [UInt8] {
    Array(json(node).utf8)
  }

  private static func json(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain):
      isPlain && isLiteral(text) ? text : quoted(text)
    case .sequence(let elements):
      "[" + elements.map(json).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(quoted($0.key)): \(json($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"\(JSONEscaping.escaped(text.utf8))\""
  }

  /// Whether an unquoted YAML text means the JSON literal or number of the same letters.
  private static func isLiteral(_ text: String) -> Bool {
    if ["true", "false", "null"].contains(text) { return true }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isNumber, let first = digits.first, let last = digits.last else { return false }
    let isPlain =
      digits.count { $0 == UInt8(ascii: ".") } <= 1
      && first != UInt8(ascii: ".") && last != UInt8(ascii: ".")
    return isPlain
      && (first != 0x30 || digits.count == 1 || digits.dropFirst().first == UInt8(ascii: "."))
  }
}
