import Model
import Standards
import YAML

/// A mapping of the configuration.
struct SettingsOwner: YAMLMappingOwner {
  let file: String
  /// Its key; none at the top.
  let name: String?

  func failure(_ fault: YAMLEntryFault, at mark: YAMLMark) -> SettingsError {
    let fault: SettingsError.Fault =
      switch fault {
      case .missingKey(let key): .missingKey(key, in: name ?? "the configuration")
      case .unknownKey(let key, let known):
        if let option = SettingsKeys.privileged[key] {
          .privileged(key: key, option: option)
        } else {
          .unknownKey(key, in: name, known: known)
        }
      case .unknownValue(let text, let key, let known): .unknownValue(text, key: key, known: known)
      case .wrongType(let key, let expected): .wrongType(key: key, expected: expected)
      }
    return SettingsError(at: SettingsPlace(file: file, mark: mark), fault)
  }
}

/// Reads the entries of one mapping of the configuration.
typealias SettingsMapping = YAMLMapping<SettingsOwner>

extension YAMLMapping<SettingsOwner> {
  /// - Parameter known: the keys that it may have; nil for any.
  init(
    _ node: YAMLNode, named name: String?, in file: String, known: [String]?
  ) throws(SettingsError) {
    let owner = SettingsOwner(file: file, name: name)
    try self.init(node, key: name ?? "the configuration", owner: owner)
    if let known { try expect(only: known) }
  }

  var file: String { owner.file }

  func place(_ mark: YAMLMark) -> SettingsPlace { SettingsPlace(file: file, mark: mark) }

  func wrongType(_ node: YAMLNode, _ key: String, _ expected: String) -> SettingsError {
    wrongType(node, key: key, expected: expected)
  }

  func placed<Value>(_ value: Value, _ node: YAMLNode) -> Placed<Value> {
    Placed(value, at: place(node.mark))
  }

  func statement(_ key: String) throws(SettingsError) -> String? {
    guard let node = self[key] else { return nil }
    return try statement(of: node, key: key)
  }

  /// A list of texts with their nodes; one text stands for a list of one.
  func statements(_ key: String) throws(SettingsError) -> [(text: String, node: YAMLNode)] {
    var texts: [(text: String, node: YAMLNode)] = []
    guard let list = self[key] else { return [] }
    guard list.entries == nil else { throw wrongType(list, key, "a list of texts") }
    for node in list.elements { texts.append((try statement(of: node, key: key), node)) }
    return texts
  }

  /// A list of addresses of the web; one stands for a list of one.
  func addresses(_ key: String) throws(SettingsError) -> Placed<[String]>? {
    guard let list = self[key] else { return nil }
    var addresses: [String] = []
    for (text, node) in try statements(key) {
      guard let url = try? WebURL(text), url.isWeb, !url.hasCredentials else {
        throw wrongType(node, key, "an address, such as 'https://news.example/sitemap.xml'")
      }
      addresses.append(text)
    }
    return placed(addresses, list)
  }

  /// A length of time, at most `limit`: asking for more is the command line's right.
  func duration(
    _ key: String, atMost limit: Duration? = nil, option: String? = nil
  ) throws(SettingsError) -> Placed<Duration>? {
    guard let node = self[key] else { return nil }
    guard let text = node.text, let duration = TimeText.duration(text), duration > .zero else {
      throw wrongType(node, key, "a length of time, such as '10s' or '500ms'")
    }
    if let limit, duration > limit {
      throw SettingsError(
        at: place(node.mark),
        .overLimit(key: key, limit: TimeText.text(limit), option: option ?? "--\(key)"))
    }
    return placed(duration, node)
  }

  /// A number within bounds: more than the upper one is the command line's right.
  func count(_ key: String, in bounds: ClosedRange<Int>) throws(SettingsError) -> Placed<Int>? {
    guard let node = self[key] else { return nil }
    guard let text = node.text, let count = Int(text), count >= bounds.lowerBound else {
      throw wrongType(node, key, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    guard count <= bounds.upperBound else {
      throw SettingsError(
        at: place(node.mark),
        .overLimit(key: key, limit: "\(bounds.upperBound)", option: "--\(key)"))
    }
    return placed(count, node)
  }

  /// A path of fields: a JSON Pointer, or names with dots between them, `content.markdown`.
  func path(_ node: YAMLNode, _ key: String) throws(SettingsError) -> FieldPath {
    let text = try statement(of: node, key: key)
    guard text.utf8.first != UInt8(ascii: "/") else { return FieldPath(try pointer(node, key)) }
    let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard names.allSatisfy({ !$0.isEmpty && !$0.contains { "$/[] ".utf8.contains($0) } }) else {
      throw SettingsError(at: place(node.mark), .badPointer(text))
    }
    return names.reduce(.root) { $0.appending($1) }
  }

  /// The path of one field.
  func field(_ node: YAMLNode, _ key: String) throws(SettingsError) -> FieldPath {
    let path = try path(node, key)
    guard !path.tokens.contains([UInt8(ascii: "*")]) else {
      throw wrongType(node, key, "the path of one field, such as 'content.markdown'")
    }
    return path
  }

  func pointer(_ node: YAMLNode, _ key: String) throws(SettingsError) -> String {
    let text = try statement(of: node, key: key)
    let steps = text.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
    guard text.utf8.first == UInt8(ascii: "/"),
      steps.dropFirst().allSatisfy({ "01".utf8.contains($0.first ?? 0) })
    else { throw SettingsError(at: place(node.mark), .badPointer(text)) }
    return text
  }
}
