import Markdown
import Model

/// Demands that the references and the definitions of a Markdown text belong together.
struct References: MarkdownKind {
  static let name = "references"
  static let placeholders = ["label", "suggestion"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// `[text][label]` and `[label][]` without `[label]: address`.
    case undefined
    /// A definition, of a link or a footnote, that nothing refers to.
    case unused
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    let document = text.document
    if refused.contains(.undefined) {
      for reference in document.undefinedReferences where !Self.isProse(reference, text.source) {
        report(Self.fault(reference.range, reference.label, text, suggesting: true))
      }
    }
    guard refused.contains(.unused) else { return }
    for definition in document.definitions
    where !definition.isUsed && !Self.isComment(definition, text.source) {
      report(Self.fault(definition.range, definition.label, text))
    }
    for note in document.footnotes where !note.isUsed {
      report(Self.fault(note.range, note.label, text))
    }
  }

  private static func fault(
    _ range: Range<Int>, _ label: Range<Int>, _ text: MarkdownSubject, suggesting: Bool = false
  ) -> Fault {
    let name = text.text(label)
    var fault = Fault(site: .passage(range), values: [("label", name)])
    guard suggesting else { return fault }
    let known = text.document.definitions.prefix(1000).map { text.text($0.label) }
    if let nearest = Nearest.word(to: name.lowercased(), among: known.map { $0.lowercased() }) {
      fault.values.append(("suggestion", nearest))
    }
    return fault
  }

  /// Whether brackets are meant as they stand: `table[1][2]` of a program, `[1][2]` and `[…]` of
  /// those who quote.
  private static func isProse(_ reference: UndefinedReference, _ source: [UInt8]) -> Bool {
    let start = reference.range.lowerBound
    if start > 0, isWord(source[start - 1]) { return true }
    let inside = source[reference.range].filter { !"[] \t\n".utf8.contains($0) }
    return inside.allSatisfy { (0x30...0x39).contains($0) }
      || source[reference.label].elementsEqual("...".utf8)
      || source[reference.label].elementsEqual("…".utf8)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  /// `[//]: # (a remark)` is how remarks are written that no reader sees.
  private static func isComment(_ definition: MarkdownDefinition, _ source: [UInt8]) -> Bool {
    let address = source[definition.destination]
    return address.isEmpty || address.elementsEqual("#".utf8)
      || source[definition.label].starts(with: "//".utf8)
  }
}
