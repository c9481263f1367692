import Model
import YAML

extension RuleExampleSet {
  static let none = RuleExampleSet(passing: [], failing: [])

  /// Reads the examples; both kinds must be there when they are required.
  init(
    _ node: YAMLNode?, given: [Selector], file: String, isRequired: Bool
  )
    throws(RuleFileError)
  {
    guard let node else {
      guard !isRequired else {
        throw RuleFileError(file: file, fault: .missingKey("examples"))
      }
      self = .none
      return
    }
    var reader = try OptionReader(node, file: file, word: .key, key: "examples")
    passing = try Self.examples(reader.node("passing"), given: [], file: file)
    failing = try Self.examples(reader.node("failing"), given: given, file: file)
    try reader.finish()
    for (examples, kind) in [(passing, "passing"), (failing, "failing")] where examples.isEmpty {
      throw RuleFileError(file: file, mark: node.mark, fault: .missingExample(kind: kind))
    }
  }

  private static func examples(
    _ node: YAMLNode?, given: [Selector], file: String
  )
    throws(RuleFileError) -> [RuleExample]
  {
    guard let node, node.text != "" else { return [] }
    var examples: [RuleExample] = []
    for element in node.elements {
      examples.append(try RuleExample(element, given: given, file: file))
    }
    return examples
  }
}

extension RuleExample {
  private static let keys: Set<String> = [
    "bytes", "link", "page", "record", "records", "situation", "text",
  ]

  /// Reads an example in its long form, `record: …` with `at: …`, or its short one: the record.
  fileprivate init(_ node: YAMLNode, given: [Selector], file: String) throws(RuleFileError) {
    mark = node.mark
    let isLong = node.entries?.contains { Self.keys.contains($0.key) } == true
    guard isLong else {
      input = .records([
        ExampleRecord(text: ExampleJSON.text(node), file: "example.json", links: [])
      ])
      at = Self.place(given)
      marks = nil
      mended = nil
      options = nil
      return
    }
    var reader = try OptionReader(node, file: file, word: .key, key: "the example")
    let name = try reader.text("file") ?? "example.json"
    let links = try reader.texts("links") ?? []
    var records: [ExampleRecord] = []
    if let record = reader.node("record") {
      records.append(ExampleRecord(text: ExampleJSON.text(record), file: name, links: links))
    }
    if let text = try reader.text("text") {
      let piece = try reader.text("repeat") ?? ""
      let tail = Array(repeating: piece, count: min(try reader.integer("times") ?? 1, 1 << 20))
      let whole = Array((text + tail.joined()).utf8)
      records.append(ExampleRecord(text: whole, file: name, links: links))
    }
    if let node = reader.node("bytes") {
      let text = try reader.text(of: node, key: "bytes")
      let bytes = text.split(separator: " ").map { UInt8($0, radix: 16) }
      guard bytes.allSatisfy({ $0 != nil }) else {
        throw reader.wrongType(node, key: "bytes", expected: "bytes as hexadecimal numbers")
      }
      records.append(ExampleRecord(text: bytes.compactMap { $0 }, file: name, links: links))
    }
    for record in reader.node("records")?.elements ?? [] {
      records.append(ExampleRecord(text: ExampleJSON.text(record), file: name, links: links))
    }
    if let situation = try reader.text("situation") {
      input = .situation(situation)
    } else if let link = reader.node("link") {
      input = .link(try ExampleLink.judged(link, file: file))
    } else if let page = reader.node("page"), let record = records.first {
      input = .page(record, try ExamplePage(page, file: file))
    } else {
      input = .records(records)
    }
    at = try reader.texts("at")?.map { FieldPath($0) } ?? Self.place(given)
    marks = try reader.text("marks")
    mended = try reader.text("mended")
    options = reader.node("options")
    try reader.finish()
  }

  /// Where a rule with one simple selector fires when the example does not say.
  private static func place(_ given: [Selector]) -> [FieldPath] {
    guard given.count == 1, let names = given[0].names else { return [] }
    return [names.reduce(FieldPath.root) { $0.appending($1.utf8) }]
  }
}
