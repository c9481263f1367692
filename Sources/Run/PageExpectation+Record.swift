import Links
import Model
import Pages
import Records

extension PageExpectation {
  /// What a record says of its pages, by the fields that hold links and Markdown.
  init?(
    _ record: Record, _ markdown: [MarkdownField], _ links: [LinkOccurrence], _ fields: LinkFields
  ) {
    self.init(
      record, body: markdown.first.map { ($0.path, $0.text, $0.document) }, links: links,
      url: fields.base)
  }
}

extension PageJSON {
  /// Reads as records are read: strictly, names that stand twice told.
  static let strict: Reading = { text in
    do throws(JSONError) {
      let reading = try JSONReader().reading(of: text)
      let document = Document(bytes: text, tape: reading.tape, origin: Origin(file: ""))
      return .document(document, flaws: reading.flaws.map { sentence(of: $0, in: text) })
    } catch {
      let before = text[..<min(error.offset, text.count)]
      let line = 1 + before.count { $0 == 0x0A }
      return .refused("Line \(line): \(error.sentence(in: text))")
    }
  }

  private static func sentence(of flaw: JSONFlaw, in text: [UInt8]) -> String {
    let piece = String(decoding: text[flaw.range].prefix(60), as: UTF8.self)
    return switch flaw.kind {
    case .duplicateKey: "The name \(piece) stands twice."
    case .loneSurrogate: "\(piece) is half a character."
    }
  }
}
