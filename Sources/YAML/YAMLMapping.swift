/// What is wrong with an entry of a mapping.
package enum YAMLEntryFault: Hashable, Sendable {
  case missingKey(String)
  /// A key, and those that may stand there.
  case unknownKey(String, known: [String])
  /// A word, the key that takes it, and what the key takes.
  case unknownValue(String, key: String, known: [String])
  /// The key and what it takes, as a phrase: `a list of texts`.
  case wrongType(key: String, expected: String)
}

/// What sort of file a mapping stands in: makes the errors that its readers throw.
package protocol YAMLMappingOwner {
  associatedtype Failure: Error

  func failure(_ fault: YAMLEntryFault, at mark: YAMLMark) -> Failure
}

/// Reads the entries of one mapping of a rule file or of the configuration.
package struct YAMLMapping<Owner: YAMLMappingOwner> {
  package let owner: Owner
  /// The place of the mapping or, where it is empty, of what stands for it.
  package let mark: YAMLMark
  package let entries: [YAMLEntry]

  /// Makes a reader of a mapping; an empty scalar counts as an empty mapping.
  package init(_ node: YAMLNode, key: String, owner: Owner) throws(Owner.Failure) {
    self.owner = owner
    mark = node.mark
    if let entries = node.entries {
      self.entries = entries
    } else if node.text == "" {
      entries = []
    } else {
      throw owner.failure(.wrongType(key: key, expected: "a mapping"), at: node.mark)
    }
  }

  package subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// Refuses every key but these.
  package func expect(only known: [String]) throws(Owner.Failure) {
    for entry in entries where !known.contains(entry.key) {
      throw owner.failure(.unknownKey(entry.key, known: known), at: entry.mark)
    }
  }

  package func wrongType(_ node: YAMLNode, key: String, expected: String) -> Owner.Failure {
    owner.failure(.wrongType(key: key, expected: expected), at: node.mark)
  }
}

/// What a node says.
extension YAMLMapping {
  package func text(of node: YAMLNode, key: String) throws(Owner.Failure) -> String {
    guard let text = node.text else { throw wrongType(node, key: key, expected: "a text") }
    return text
  }

  /// A text that says something.
  package func statement(of node: YAMLNode, key: String) throws(Owner.Failure) -> String {
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      throw wrongType(node, key: key, expected: "a text")
    }
    return text
  }

  /// One of some words.
  package func word(
    of node: YAMLNode, key: String, among known: [String]
  ) throws(Owner.Failure) -> String {
    let text = try statement(of: node, key: key)
    guard known.contains(text) else {
      throw owner.failure(.unknownValue(text, key: key, known: known), at: node.mark)
    }
    return text
  }

  /// A word of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    of node: YAMLNode, key: String
  ) throws(Owner.Failure) -> Choice where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    let text = try text(of: node, key: key)
    guard let choice = Choice(rawValue: text) else {
      throw owner.failure(.unknownValue(text, key: key, known: known), at: node.mark)
    }
    return choice
  }

  package func flag(of node: YAMLNode, key: String) throws(Owner.Failure) -> Bool {
    switch node.text {
    case "true": return true
    case "false": return false
    default: throw wrongType(node, key: key, expected: "true or false")
    }
  }

  package func integer(of node: YAMLNode, key: String) throws(Owner.Failure) -> Int {
    guard let text = node.text, let value = Int(text) else {
      throw wrongType(node, key: key, expected: "a whole number")
    }
    return value
  }
}
