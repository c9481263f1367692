import YAML

/// Reads the entries of one mapping of a rule file: each key once, no key unknown.
struct OptionReader {
  let file: String
  /// The place of the mapping or, where it is empty, of what stands for it.
  let mark: YAMLMark
  private let entries: [YAMLEntry]
  private let word: RuleFileError.Word
  /// What records call the fields that the mapping names.
  let fields: FieldNames
  /// The names on the way to the value that the rule looks at, before they are settled; none where
  /// they are no chain.
  private let given: [String]?
  /// The keys that were asked for.
  private(set) var known: Set<String> = []

  /// Makes a reader of a mapping; an empty scalar counts as an empty mapping.
  init(
    _ node: YAMLNode, file: String, word: RuleFileError.Word, key: String,
    fields: FieldNames = FieldNames(), given: [String]? = nil
  )
    throws(RuleFileError)
  {
    self.file = file
    self.word = word
    self.fields = fields
    self.given = given
    mark = node.mark
    if let entries = node.entries {
      self.entries = entries
    } else if node.text == "" {
      entries = []
    } else {
      throw RuleFileError(
        file: file, mark: node.mark, fault: .wrongType(key: key, expected: "a mapping"))
    }
  }

  /// The value of an optional key.
  mutating func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    return entries.first { $0.key == key }?.value
  }

  mutating func text(_ key: String) throws(RuleFileError) -> String? {
    guard let node = node(key) else { return nil }
    return try text(of: node, key: key)
  }

  mutating func required(_ key: String) throws(RuleFileError) -> String {
    guard let text = try text(key) else {
      throw RuleFileError(file: file, mark: mark, fault: .missingKey(key))
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw RuleFileError(file: file, mark: mark, fault: .wrongType(key: key, expected: "a text"))
    }
    return text
  }

  /// A list of texts; one text stands for a list of one.
  mutating func texts(_ key: String) throws(RuleFileError) -> [String]? {
    guard let node = node(key) else { return nil }
    var texts: [String] = []
    for element in node.elements { texts.append(try text(of: element, key: key)) }
    return texts
  }

  mutating func flag(_ key: String) throws(RuleFileError) -> Bool {
    guard let node = node(key) else { return false }
    switch node.text {
    case "true": return true
    case "false": return false
    default: throw wrongType(node, key: key, expected: "true or false")
    }
  }

  mutating func integer(_ key: String) throws(RuleFileError) -> Int? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, let value = Int(text) else {
      throw wrongType(node, key: key, expected: "a whole number")
    }
    return value
  }

  /// A length of time as whole seconds: `30s`, `5min`, `2h`, `1d`.
  mutating func seconds(_ key: String) throws(RuleFileError) -> Int? {
    guard let node = node(key) else { return nil }
    let text = try text(of: node, key: key)
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    let units = ["s": 1, "min": 60, "h": 3600, "d": 86_400]
    let unit = String(text.dropFirst(digits.count))
    guard let count = Int(text.prefix(digits.count)), count <= 1_000_000, let size = units[unit]
    else { throw wrongType(node, key: key, expected: "a length of time, such as '5min'") }
    return count * size
  }

  /// A word of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  )
    throws(RuleFileError) -> Choice? where Choice.RawValue == String
  {
    guard let node = node(key) else { return nil }
    return try choice(node, key: key)
  }

  /// A list of words of an enumeration; one word stands for a list of one.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  )
    throws(RuleFileError) -> [Choice]? where Choice.RawValue == String
  {
    guard let node = node(key) else { return nil }
    var choices: [Choice] = []
    for element in node.elements { choices.append(try choice(element, key: key)) }
    return choices
  }

  mutating func selector(_ key: String) throws(RuleFileError) -> Selector? {
    guard let node = node(key)?.elements.first else { return nil }
    let selector = try selector(node, key: key)
    // One that the records have no place for picks nothing as it stands.
    return fields.selectors(for: selector).first ?? selector
  }

  mutating func requiredSelector(_ key: String) throws(RuleFileError) -> Selector {
    guard let selector = try selector(key) else {
      throw RuleFileError(file: file, mark: mark, fault: .missingOption(key))
    }
    return selector
  }

  mutating func selectors(_ key: String) throws(RuleFileError) -> [Selector]? {
    guard let node = node(key) else { return nil }
    var selectors: [Selector] = []
    for element in node.elements {
      selectors += fields.selectors(for: try selector(element, key: key))
    }
    return selectors
  }

  /// Members of the value that the rule looks at, each as the names on the way to it.
  mutating func members(_ key: String) throws(RuleFileError) -> [[String]] {
    (try texts(key) ?? []).compactMap { way(to: $0) }
  }

  /// The names on the way to a member of the value that the rule looks at; none where the records
  /// have no such place.
  func way(to member: String) -> [String]? {
    guard let given else { return [member] }
    return fields.way(to: member, from: given)
  }

  /// Refuses every key but these: a misspelt key is told before the key that it stands for is missed.
  mutating func expect(only keys: Set<String>) throws(RuleFileError) {
    known.formUnion(keys)
    try finish()
  }

  /// Refuses every key that was not asked for.
  func finish() throws(RuleFileError) {
    for entry in entries where !known.contains(entry.key) {
      throw RuleFileError(
        file: file, mark: entry.mark, fault: .unknown(word, entry.key, known: known.sorted()))
    }
  }

  func wrongType(_ node: YAMLNode, key: String, expected: String) -> RuleFileError {
    RuleFileError(file: file, mark: node.mark, fault: .wrongType(key: key, expected: expected))
  }

  func text(of node: YAMLNode, key: String) throws(RuleFileError) -> String {
    guard let text = node.text else { throw wrongType(node, key: key, expected: "a text") }
    return text
  }

  func selector(_ node: YAMLNode, key: String) throws(RuleFileError) -> Selector {
    let text = try text(of: node, key: key)
    do {
      return try Selector(text)
    } catch {
      throw RuleFileError(file: file, mark: node.mark, fault: .badSelector(text, error))
    }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, key: String
  )
    throws(RuleFileError) -> Choice where Choice.RawValue == String
  {
    let text = try text(of: node, key: key)
    guard let choice = Choice(rawValue: text) else {
      let word = RuleFileError.Word(rawValue: key) ?? .value
      throw RuleFileError(
        file: file, mark: node.mark,
        fault: .unknown(word, text, known: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }
}
