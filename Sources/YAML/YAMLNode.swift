/// A piece of a YAML file with its place: what rule files and the configuration are read from.
package struct YAMLNode: Sendable {
  package let content: Content
  package let mark: YAMLMark

  package enum Content: Sendable {
    /// `isPlain` is false for quoted and block scalars, which are always text.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In file order; no key twice.
    case mapping([YAMLEntry])
  }

  package init(content: Content, mark: YAMLMark) {
    self.content = content
    self.mark = mark
  }

  /// The text of a scalar.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The entries of a mapping; none for every other sort of node.
  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The elements of a sequence; a lone scalar or mapping counts as a sequence of one.
  package var elements: [YAMLNode] {
    guard case .sequence(let elements) = content else { return [self] }
    return elements
  }

  /// A mapping with the entries of another one in the place of its own.
  package func merged(with other: YAMLNode) -> YAMLNode {
    var entries = entries ?? []
    for change in other.entries ?? [] {
      entries.removeAll { $0.key == change.key }
      entries.append(change)
    }
    return YAMLNode(content: .mapping(entries), mark: other.mark)
  }

  /// The value of a mapping's key.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// A key with its value.
package struct YAMLEntry: Sendable {
  package let key: String
  package let mark: YAMLMark
  package let value: YAMLNode

  package init(key: String, mark: YAMLMark, value: YAMLNode) {
    self.key = key
    self.mark = mark
    self.value = value
  }
}

/// A place in a YAML file; line and column in code points, both from 1.
package struct YAMLMark: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
