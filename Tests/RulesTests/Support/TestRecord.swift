import Markdown
import Model
import Rules

/// Records of JSON texts, for the tests of this module: well-formed JSON only.
enum TestRecord {
  static func document(_ text: [UInt8], file: String = "example.json") -> Document? {
    var builder = TestTape(text: text)
    guard builder.isComplete() else { return nil }
    return Document(bytes: text, tape: builder.tape, origin: Origin(file: file))
  }

  static func record(_ text: String, file: String = "example.json") -> Record? {
    document(Array(text.utf8), file: file).map {
      Record(document: $0, ordinal: 0, isAlone: true)
    }
  }

  /// Reads examples as `RuleExamples` wants it; texts that are no JSON have no record.
  static func read(_ text: [UInt8], _ file: String) -> ExampleReading {
    let document = document(text, file: file)
    return ExampleReading(document: document, markdown: document.map { markdown(of: $0) } ?? [])
  }

  /// The Markdown texts of a record: its body.
  static func markdown(of document: Document) -> [MarkdownText] {
    guard let text = document.root.member("body_md")?.text else { return [] }
    return [
      MarkdownText(
        path: FieldPath("/body_md"), text: text, document: MarkdownDocument(text.decoded()))
    ]
  }
}

/// Builds a document's tape.
struct TestTape {
  let text: [UInt8]
  var tape: [Node] = []
  private var position = 0

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func isComplete() -> Bool {
    guard String(validating: text, as: UTF8.self) != nil, value(depth: 0) else { return false }
    skipBlanks()
    return position == text.count
  }

  private mutating func value(depth: Int) -> Bool {
    skipBlanks()
    guard position < text.count, depth < 500 else { return false }
    switch text[position] {
    case UInt8(ascii: "{"): return container(.object, end: UInt8(ascii: "}"), depth)
    case UInt8(ascii: "["): return container(.array, end: UInt8(ascii: "]"), depth)
    case UInt8(ascii: "\""): return string(.string)
    default: return literal()
    }
  }

  private mutating func container(_ kind: NodeKind, end: UInt8, _ depth: Int) -> Bool {
    let index = tape.count
    tape.append(Node(kind: kind, start: position, end: 0, next: 0))
    position += 1
    skipBlanks()
    var isFirst = true
    while position < text.count, text[position] != end {
      if !isFirst, !take(UInt8(ascii: ",")) { return false }
      isFirst = false
      skipBlanks()
      if kind == .object {
        guard string(.key) else { return false }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { return false }
      }
      guard value(depth: depth + 1) else { return false }
      skipBlanks()
    }
    guard take(end) else { return false }
    tape[index].close(end: position, next: tape.count)
    return true
  }

  private mutating func string(_ kind: NodeKind) -> Bool {
    let start = position
    var hasEscapes = false
    guard take(UInt8(ascii: "\"")) else { return false }
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      if text[position] == UInt8(ascii: "\\") {
        hasEscapes = true
        position += 1
      }
      position += 1
    }
    guard take(UInt8(ascii: "\"")) else { return false }
    tape.append(
      Node(kind: kind, hasEscapes: hasEscapes, start: start, end: position, next: tape.count + 1))
    return true
  }

  private mutating func literal() -> Bool {
    let start = position
    while position < text.count, !",]} \n\t\r".utf8.contains(text[position]) { position += 1 }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    let kinds: [String: NodeKind] = ["true": .true, "false": .false, "null": .null]
    guard let kind = kinds[word] ?? (Double(word) == nil ? nil : .number) else { return false }
    tape.append(Node(kind: kind, start: start, end: position, next: tape.count + 1))
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < text.count, " \n\t\r".utf8.contains(text[position]) { position += 1 }
  }
}
