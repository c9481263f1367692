import YAML

/// A mapping of a rule file.
struct RuleFileMapping: YAMLMappingOwner {
  let file: String
  /// What its keys are called.
  let word: RuleFileError.Word
  /// What records call the fields that the mapping names.
  var fields = FieldNames()
  /// The names on the way to the value that the rule looks at, before they are settled; none where
  /// they are no chain.
  var given: [String]?

  func failure(_ fault: YAMLEntryFault, at mark: YAMLMark) -> RuleFileError {
    let fault: RuleFileError.Fault =
      switch fault {
      case .missingKey(let key): .missingKey(key)
      case .unknownKey(let key, let known): .unknown(word, key, known: known.sorted())
      case .unknownValue(let text, let key, let known):
        .unknown(RuleFileError.Word(rawValue: key) ?? .value, text, known: known)
      case .wrongType(let key, let expected): .wrongType(key: key, expected: expected)
      }
    return RuleFileError(file: file, mark: mark, fault: fault)
  }
}

/// Reads the entries of one mapping of a rule file, and knows which keys were asked for.
struct OptionReader {
  private let mapping: YAMLMapping<RuleFileMapping>
  /// The keys that were asked for.
  private(set) var known: Set<String> = []

  /// Makes a reader of a mapping; an empty scalar counts as an empty mapping.
  init(
    _ node: YAMLNode, file: String, word: RuleFileError.Word, key: String,
    fields: FieldNames = FieldNames(), given: [String]? = nil
  ) throws(RuleFileError) {
    mapping = try YAMLMapping(
      node, key: key, owner: RuleFileMapping(file: file, word: word, fields: fields, given: given))
  }

  var file: String { mapping.owner.file }
  /// The place of the mapping or, where it is empty, of what stands for it.
  var mark: YAMLMark { mapping.mark }
  var fields: FieldNames { mapping.owner.fields }

  /// The value of an optional key.
  mutating func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    return mapping[key]
  }

  /// Refuses every key but these: a misspelt key is told before the key that it stands for is missed.
  mutating func expect(only keys: Set<String>) throws(RuleFileError) {
    known.formUnion(keys)
    try finish()
  }

  /// Refuses every key that was not asked for.
  func finish() throws(RuleFileError) {
    try mapping.expect(only: known.sorted())
  }

  mutating func text(_ key: String) throws(RuleFileError) -> String? {
    guard let node = node(key) else { return nil }
    return try mapping.text(of: node, key: key)
  }

  mutating func required(_ key: String) throws(RuleFileError) -> String {
    guard let node = node(key) else { throw mapping.owner.failure(.missingKey(key), at: mark) }
    return try mapping.statement(of: node, key: key)
  }

  /// A list of texts; one text stands for a list of one.
  mutating func texts(_ key: String) throws(RuleFileError) -> [String]? {
    guard let node = node(key) else { return nil }
    var texts: [String] = []
    for element in node.elements { texts.append(try mapping.text(of: element, key: key)) }
    return texts
  }

  /// False where it is not said.
  mutating func flag(_ key: String) throws(RuleFileError) -> Bool {
    guard let node = node(key) else { return false }
    return try mapping.flag(of: node, key: key)
  }

  mutating func integer(_ key: String) throws(RuleFileError) -> Int? {
    guard let node = node(key) else { return nil }
    return try mapping.integer(of: node, key: key)
  }

  /// A word of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(RuleFileError) -> Choice? where Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    return try mapping.choice(of: node, key: key)
  }

  /// A list of words of an enumeration; one word stands for a list of one.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(RuleFileError) -> [Choice]? where Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    var choices: [Choice] = []
    for element in node.elements {
      choices.append(try mapping.choice(of: element, key: key))
    }
    return choices
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    of node: YAMLNode, key: String
  ) throws(RuleFileError) -> Choice where Choice.RawValue == String {
    try mapping.choice(of: node, key: key)
  }

  func text(of node: YAMLNode, key: String) throws(RuleFileError) -> String {
    try mapping.text(of: node, key: key)
  }

  func wrongType(_ node: YAMLNode, key: String, expected: String) -> RuleFileError {
    mapping.wrongType(node, key: key, expected: expected)
  }
}

/// What only rule files hold.
extension OptionReader {
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
    guard let given = mapping.owner.given else { return [member] }
    return fields.way(to: member, from: given)
  }

  func selector(_ node: YAMLNode, key: String) throws(RuleFileError) -> Selector {
    let text = try text(of: node, key: key)
    do {
      return try Selector(text)
    } catch {
      throw RuleFileError(file: file, mark: node.mark, fault: .badSelector(text, error))
    }
  }
}
