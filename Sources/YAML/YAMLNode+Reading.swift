import Yams

extension YAMLNode {
  /// The longest text that is read, in bytes.
  package static let longestFile = 256 * 1024

  /// Reads one YAML document.
  ///
  /// Anchors are refused, and with them aliases, so that no file can grow while it is read.
  ///
  /// - Throws: ``YAMLError`` with the place in the text.
  package init(reading text: String) throws(YAMLError) {
    guard text.utf8.count <= Self.longestFile else {
      throw YAMLError(fault: .tooLarge(limit: Self.longestFile))
    }
    if let alias = AliasScan.firstAlias(in: text) {
      throw YAMLError(mark: alias, fault: .anchor)
    }
    let root: Node?
    // The nodes hold their anchors weakly: the parser must outlive the walk.
    let parser: Parser
    do {
      // What a scalar is, its reader says; the usual resolver tries a regular expression for each
      // type on every key.
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw YAMLError(error, in: text)
    }
    guard let root else {
      throw YAMLError(fault: .emptyFile)
    }
    self = try withExtendedLifetime(parser) { () throws(YAMLError) in
      try YAMLNode(root)
    }
  }

  private init(_ node: Node) throws(YAMLError) {
    mark = YAMLMark(node.mark)
    guard node.anchor == nil else {
      throw YAMLError(mark: mark, fault: .anchor)
    }
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try YAMLNode(element)) }
      content = .sequence(elements)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key, key.anchor == nil else {
          throw YAMLError(mark: YAMLMark(key.mark), fault: .keyIsNoText)
        }
        entries.append(
          YAMLEntry(
            key: name.string, mark: YAMLMark(key.mark), value: try YAMLNode(value)))
      }
      content = .mapping(entries)
    case .alias:
      throw YAMLError(mark: mark, fault: .anchor)
    }
  }
}

extension YAMLMark {
  fileprivate init(_ mark: Mark?) {
    self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}

extension YAMLError {
  fileprivate init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(mark: YAMLMark(mark), fault: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let (key, mapping) = (keys.first ?? "", YAMLMark(context.mark))
      let second = Self.secondLine(of: key, in: text, from: mapping)
      self.init(mark: second ?? mapping, fault: .duplicateKey(key))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      self.init(fault: .notYAML(problem))
    case .no, .memory, .dataCouldNotBeDecoded, nil:
      self.init(fault: .notYAML("unreadable"))
    }
  }

  /// Where a key begins a line of a block mapping for the second time.
  private static func secondLine(
    of key: String, in text: String, from mapping: YAMLMark
  ) -> YAMLMark? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let indent = String(repeating: " ", count: mapping.column - 1)
    let starts = [key, "'\(key)'", "\"\(key)\""].map { indent + $0 }
    let found = lines.indices.dropFirst(mapping.line - 1).filter { index in
      starts.contains {
        lines[index].hasPrefix($0)
          && lines[index].dropFirst($0.count).drop { $0 == " " }.first == ":"
      }
    }
    guard found.count > 1 else { return nil }
    return YAMLMark(line: found[1] + 1, column: mapping.column)
  }
}
