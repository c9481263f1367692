import Model
import YAML

/// Reads rule files: `PACK/FAULT.yml`, one rule each.
enum RuleFile {
  /// Reads a rule.
  ///
  /// - Parameter path: `PACK/FAULT.yml`, from the folder of the packs; gives the rule its ID.
  /// - Parameter fields: what records call the fields that the rule names.
  /// - Parameter withExamples: false skips the examples at the end of the text, for files whose
  ///   examples have been run when the binary was built.
  /// - Throws: ``RuleFileError`` with the place in `file`.
  static func rule(
    _ text: String, path: String, file: String, isShipped: Bool,
    fields: FieldNames = FieldNames(), withExamples: Bool
  ) throws(RuleFileError) -> Rule {
    guard let id = id(path) else { throw RuleFileError(file: file, fault: .misplacedFile) }
    let text = withExamples ? text : String(head(of: text))
    let root = try YAMLNode(reading: text, file: file)
    var reader = try OptionReader(root, file: file, word: .key, key: "the rule", fields: fields)
    try reader.expect(only: keys)

    let summary = try reader.required("summary")
    let (written, given, givenMarks) = try self.given(&reader)
    let condition = try condition(reader.node("when"), file: file, fields)
    let (kindName, kindNode, kindMark) = try check(&reader)
    let subject = written.count == 1 ? written[0].names : nil
    let kind = try Self.kind(
      named: kindName, options: kindNode, file: file, mark: kindMark, fields: fields,
      given: subject)
    let severity: Severity? = try reader.choice("severity")
    let scope: RuleScope = try reader.choice("scope") ?? type(of: kind).scope
    guard scope == type(of: kind).scope else {
      throw RuleFileError(
        file: file, mark: reader.node("scope")?.mark ?? kindMark,
        fault: .wrongScope(kind: kindName, scope: type(of: kind).scope.rawValue))
    }
    guard let severity else {
      throw RuleFileError(file: file, mark: root.mark, fault: .missingKey("severity"))
    }
    let fix: Fix? = try reader.choice("fix")
    if fix != nil, !type(of: kind).mends {
      throw RuleFileError(
        file: file, mark: reader.node("fix")?.mark ?? kindMark, fault: .cannotMend(kind: kindName))
    }
    let rule = Rule(
      id: id,
      summary: RuleSummary(
        id: id, summary: summary, severity: severity, scope: scope,
        why: try reader.required("why"), mend: try reader.required("mend")),
      file: file, kindName: kindName, isShipped: isShipped, fix: fix?.safety,
      given: given,
      givenMarks: givenMarks, links: try reader.choices("links") ?? [], condition: condition,
      severityAt: try severities(reader.node("severity-at"), file: file, fields), kind: kind,
      options: kindNode, fields: fields, subject: subject,
      message: try message(&reader, kind: kind),
      related: try reader.selectors("related") ?? [],
      examples: try RuleExampleSet(
        reader.node("examples"), given: written, file: file, isRequired: withExamples))
    switch kind.subject {
    case .values, .corpus:
      guard !written.isEmpty || !rule.links.isEmpty else {
        throw RuleFileError(file: file, mark: root.mark, fault: .missingKey("given"))
      }
    case .texts, .links, .pages, .elsewhere: break
    }
    return rule
  }

  /// The selectors of `given` as they are written, and what they pick in the records with their
  /// places; no place for those that stand for `urls`.
  private static func given(
    _ reader: inout OptionReader
  ) throws(RuleFileError) -> (written: [Selector], given: [Selector], marks: [YAMLMark?]) {
    var written: [Selector] = []
    var given: [(selector: Selector, mark: YAMLMark?)] = []
    for node in reader.node("given")?.elements ?? [] {
      if node.text == addressWord {
        written += FieldNames().urlSelectors
        given += reader.fields.urlSelectors.map { ($0, nil) }
      } else {
        let selector = try reader.selector(node, key: "given")
        written.append(selector)
        given += reader.fields.selectors(for: selector).map { ($0, node.mark) }
      }
    }
    return (written, given.map(\.selector), given.map(\.mark))
  }

  /// What stands in `given` for the fields that hold addresses.
  static let addressWord = "urls"

  /// What a rule file may say.
  static let keys: Set<String> = [
    "check", "examples", "fix", "given", "links", "mend", "message", "related", "scope", "severity",
    "severity-at", "summary", "when", "why",
  ]

  private enum Fix: String, CaseIterable {
    case safe, unsafe

    var safety: Suggestion.Safety {
      switch self {
      case .safe: .safe
      case .unsafe: .unsafe
      }
    }
  }

  /// Makes a kind of its options.
  ///
  /// - Parameter given: the names on the way to the value that the rule looks at.
  static func kind(
    named name: String, options: YAMLNode, file: String, mark: YAMLMark,
    fields: FieldNames = FieldNames(), given: [String]? = nil
  )
    throws(RuleFileError) -> any RuleKind
  {
    guard let kind = RuleKinds.all.first(where: { $0.name == name }) else {
      throw RuleFileError(
        file: file, mark: mark, fault: .unknown(.kind, name, known: RuleKinds.all.map { $0.name }))
    }
    var reader = try OptionReader(
      options, file: file, word: .option, key: name, fields: fields, given: given)
    let made = try kind.init(&reader)
    try reader.finish()
    return made
  }

  /// The ID that a path gives: `dates/in-the-future.yml` in any folder.
  static func id(_ path: String) -> RuleID? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, last.hasSuffix(".yml") else { return nil }
    let words = [parts[parts.count - 2], last.dropLast(4)]
    let isPlain = words.allSatisfy { word in
      word.utf8.first.map { $0 != UInt8(ascii: "-") } == true
        && word.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
    return isPlain ? RuleID("\(words[0])/\(words[1])") : nil
  }

  /// The text before a last top-level key `examples`.
  private static func head(of text: String) -> Substring {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let start = lines.lastIndex { line in
      line.first.map { (0x61...0x7A).contains($0) } == true
    }
    guard let start, Substring(lines[start]) == "examples:" else { return text[...] }
    return text[..<lines[start].startIndex]
  }

  private static func check(
    _ reader: inout OptionReader
  ) throws(RuleFileError)
    -> (String, YAMLNode, YAMLMark)
  {
    guard let check = reader.node("check") else {
      throw RuleFileError(file: reader.file, mark: reader.mark, fault: .missingKey("check"))
    }
    if let name = check.text {
      return (name, YAMLNode(content: .mapping([]), mark: check.mark), check.mark)
    }
    guard let entries = check.entries, entries.count == 1 else {
      throw reader.wrongType(check, key: "check", expected: "one kind with its options")
    }
    return (entries[0].key, entries[0].value, entries[0].mark)
  }

  private static func condition(
    _ node: YAMLNode?, file: String, _ fields: FieldNames
  ) throws(RuleFileError)
    -> Rule.Condition
  {
    guard let node else { return Rule.Condition() }
    var reader = try OptionReader(node, file: file, word: .key, key: "when", fields: fields)
    let condition = Rule.Condition(
      present: try reader.selectors("present") ?? [],
      absent: try reader.selectors("absent") ?? [],
      passes: try reader.texts("passes")?.map { RuleID($0) } ?? [],
      passesMark: reader.node("passes")?.mark ?? node.mark,
      isAlone: try reader.flag("alone"))
    try reader.finish()
    return condition
  }

  private static func severities(
    _ node: YAMLNode?, file: String, _ fields: FieldNames
  ) throws(RuleFileError)
    -> [(selector: Selector, severity: Severity)]
  {
    guard let node else { return [] }
    let reader = try OptionReader(node, file: file, word: .key, key: "severity-at")
    var severities: [(selector: Selector, severity: Severity)] = []
    for entry in node.entries ?? [] {
      let key = YAMLNode(content: .scalar(entry.key, isPlain: true), mark: entry.mark)
      let selector = try reader.selector(key, key: entry.key)
      let severity: Severity = try reader.choice(of: entry.value, key: "severity")
      severities += fields.selectors(for: selector).map { ($0, severity) }
    }
    return severities
  }

  private static func message(
    _ reader: inout OptionReader, kind: any RuleKind
  )
    throws(RuleFileError) -> MessageTemplate
  {
    let text = try reader.required("message")
    let mark = reader.node("message")?.mark ?? reader.mark
    let template: MessageTemplate
    do {
      template = try MessageTemplate(text, fields: reader.fields)
    } catch {
      throw RuleFileError(file: reader.file, mark: mark, fault: .badMessage(error.reason))
    }
    let known = ["field", "name", "value"] + type(of: kind).placeholders
    for placeholder in template.placeholders where !known.contains(placeholder) {
      throw RuleFileError(
        file: reader.file, mark: mark, fault: .unknown(.placeholder, placeholder, known: known))
    }
    return template
  }
}
