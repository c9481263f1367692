import Markdown
import Model

@testable import Pages

/// Makes expectations for tests: of records that are read as far as they need to be.
enum Expectation {
  private static let place = SourceLocation(
    file: "a.json", line: 1, column: 1, columnInUTF8: 1, offset: 0)

  static let link = occurrence("https://a.test/tides", in: FieldPath("/url"))
  static let source = occurrence("https://b.test/tides", in: FieldPath("/canonical_source"))

  private static func occurrence(_ url: String, in field: FieldPath) -> LinkOccurrence {
    LinkOccurrence(
      href: Href(url), role: .field, field: field, span: SourceSpan(start: place, end: place),
      bodyPosition: nil, destination: .target(Target(url: url, identity: url), fragment: nil))
  }

  /// Of an object of plain strings without escapes.
  static func of(
    _ text: String, fields: PageFields = PageFields(), links: [LinkOccurrence] = [link]
  ) -> PageExpectation? {
    let document = document(text)
    let record = Record(document: document, ordinal: 0, isAlone: true)
    let body = document.root.member("body_md")?.text.map {
      (path: FieldPath("/body_md"), text: $0, document: MarkdownDocument($0.decoded()))
    }
    return PageExpectation(record, body: body, links: links, fields: fields)
  }

  private static func document(_ text: String) -> Document {
    let bytes = Array(text.utf8)
    let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    var tape: [Node] = []
    for index in stride(from: 0, to: quotes.count - 1, by: 2) {
      let isKey = index / 2 % 2 == 0
      tape.append(
        Node(
          kind: isKey ? .key : .string, start: quotes[index], end: quotes[index + 1] + 1,
          next: tape.count + 2))
    }
    let root = Node(kind: .object, start: 0, end: bytes.count, next: tape.count + 1)
    return Document(bytes: bytes, tape: [root] + tape, origin: Origin(file: "a.json"))
  }
}
