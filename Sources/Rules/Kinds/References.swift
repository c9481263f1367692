import Markdown
import Model

/// Demands that the references and the definitions of a Markdown text belong together.
struct References: MarkdownKind {
  static let name = "references"
  static let placeholders = ["label", "suggestion", "reason"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// `[text][label]` and `[label][]` without `[label]: address`, `[^label]` without its note.
    case undefined
    /// A definition, of a link or a footnote, that nothing refers to.
    case unused
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    if refused.contains(.undefined) { checkUndefined(text, context, report) }
    guard refused.contains(.unused) else { return }
    for definition in text.document.definitions
    where !definition.isUsed && !Self.isComment(definition, text.source) {
      let reason =
        definition.isShadowed
        ? "is defined a second time, which counts for nothing"
        : "is defined, and nothing refers to it"
      report(Self.fault(definition.range, definition.label, text, reason))
    }
    for note in text.document.footnotes where !note.isUsed {
      report(Self.fault(note.range, note.label, text, "is a footnote that nothing refers to"))
    }
  }

  private func checkUndefined(
    _ text: MarkdownSubject, _ context: RecordContext, _ report: (Fault) -> Void
  ) {
    for reference in text.document.undefinedReferences
    where !Self.isProse(reference, text.source) {
      var fault = Self.fault(reference.range, reference.label, text, "is not defined")
      let nearest = context.guess(text.text(reference.label).lowercased()) {
        text.document.definitions.map { text.text($0.label).lowercased() }
      }
      if let nearest { fault.values.append(("suggestion", nearest)) }
      report(fault)
    }
  }

  private static func fault(
    _ range: Range<Int>, _ label: Range<Int>, _ text: MarkdownSubject, _ reason: String
  ) -> Fault {
    Fault(site: .passage(range), values: [("label", text.text(label)), ("reason", reason)])
  }

  /// Whether brackets are meant as they stand: `table[1][2]` of a program, `[a-z][0-9]` of a
  /// pattern, `[1][2]` and `[…]` of those who quote.
  private static func isProse(_ reference: UndefinedReference, _ source: [UInt8]) -> Bool {
    let label = source[reference.label]
    guard label.first != UInt8(ascii: "^") else { return false }
    let start = reference.range.lowerBound
    if start > 0, isWord(source[start - 1]) { return true }
    if label.count == 3, label.dropFirst().first == UInt8(ascii: "-") { return true }
    let inside = source[reference.range].filter { !"[] \t\n".utf8.contains($0) }
    return inside.allSatisfy { (0x30...0x39).contains($0) }
      || label.elementsEqual("...".utf8)
      || label.elementsEqual("…".utf8)
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
