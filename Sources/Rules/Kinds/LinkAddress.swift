import HTML
import Markdown
import Model
import Standards

/// Refuses links of a Markdown text by the address that they have.
struct LinkAddress: MarkdownKind {
  static let name = "link-address"
  static let placeholders = ["address"]

  private let refused: [Refusal]
  private let base: Selector?
  /// Whether the configuration says where relative links start.
  private let hasSite: Bool

  private enum Refusal: String, CaseIterable {
    /// `[text]()`.
    case empty
    /// `/a`, `../b`, `c.html`, where the record has no address to start from.
    case relative
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
    base = try options.selector("base")
    hasSite = try options.text("site").flatMap { try? WebURL($0) } != nil
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    if refused.contains(.empty) { checkEmpty(text, report) }
    guard refused.contains(.relative), !hasSite, base.flatMap({ context.first($0)?.webURL }) == nil
    else {
      return
    }
    checkRelative(text, report)
  }

  private func checkEmpty(_ text: MarkdownSubject, _ report: (Fault) -> Void) {
    for link in text.document.links where link.kind == .inline || link.definition != nil {
      if text.source[link.destination].allSatisfy({ $0 <= 0x20 }) {
        report(Fault(site: .passage(link.range)))
      }
    }
  }

  private func checkRelative(_ text: MarkdownSubject, _ report: (Fault) -> Void) {
    let document = text.document
    for link in document.links where link.kind == .inline {
      let written = text.source[link.destination]
      // Of a reference in the address, '#' is no fragment.
      let isPlain = !written.contains(UInt8(ascii: "&"))
      if isRelative(isPlain ? written : document.destination(of: link)[...]) {
        report(Self.fault(link.destination, text))
      }
    }
    for definition in document.definitions
    where definition.isUsed && isRelative(document.destination(of: definition)[...]) {
      report(Self.fault(definition.destination, text))
    }
    guard !document.rawHTML.isEmpty else { return }
    for tag in text.tags {
      for attribute in tag.tag.attributes where attribute.name == "href" || attribute.name == "src"
      {
        guard let range = attribute.valueRange, isRelative(Array(attribute.value.utf8)[...]) else {
          continue
        }
        report(Self.fault(tag.placed(range), text))
      }
    }
  }

  private static func fault(_ range: Range<Int>, _ text: MarkdownSubject) -> Fault {
    Fault(site: .passage(range), values: [("address", text.text(range))])
  }

  /// Whether an address has no scheme, and is not a place on the same page.
  private func isRelative(_ address: ArraySlice<UInt8>) -> Bool {
    guard let end = address.firstIndex(where: { ":/?#".utf8.contains($0) }) else {
      return !address.allSatisfy { $0 <= 0x20 }
    }
    switch address[end] {
    case UInt8(ascii: ":"): return end == address.startIndex
    case UInt8(ascii: "#"): return end > address.startIndex
    default: return true
    }
  }
}
