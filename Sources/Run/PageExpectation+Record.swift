import Links
import Model
import Pages
import Records
import Rules

extension PageExpectation {
  /// What a record says of its pages, by the fields that hold links and Markdown.
  init?(
    _ record: Record, _ markdown: [MarkdownField], _ links: [LinkOccurrence], _ fields: PageFields
  ) {
    self.init(
      record, body: markdown.first.map { ($0.path, $0.text, $0.document) }, links: links,
      fields: fields)
  }
}

extension PageFields {
  /// By the names that the configuration gives.
  ///
  /// - Parameter url: the record's own address.
  init(_ names: FieldNames, url: FieldPath) {
    self.init()
    title = names.path(of: "title")
    language = names.path(of: "lang")
    self.url = url
    source = names.path(of: "canonical_source")
    published = names.path(of: "published_at")
    modified = names.path(of: "updated_at")
    forms = PageForm.allCases.compactMap { form in
      names.path(ofForm: form.rawValue).map { ($0, form) }
    }
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
