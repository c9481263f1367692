import Model

/// What a suppression names: a rule's ID, or the beginning of IDs with `*`: `dates/*`.
struct RulePattern: Hashable, Sendable {
  let text: String

  func fits(_ rule: RuleID) -> Bool {
    guard text.utf8.last == UInt8(ascii: "*") else {
      return text.utf8.elementsEqual(rule.description.utf8)
    }
    return rule.description.utf8.starts(with: text.utf8.dropLast())
  }

  /// Whether the text can be a pattern at all.
  var isWellFormed: Bool {
    let name = text.utf8.last == UInt8(ascii: "*") ? text.utf8.dropLast() : text.utf8[...]
    return !text.utf8.isEmpty
      && name.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
      }
  }
}
