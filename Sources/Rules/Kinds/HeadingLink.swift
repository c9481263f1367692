import HTML
import Markdown
import Model
import Standards

/// Demands that a link to a place on the same page names a heading of the text, as GitHub names
/// headings, or an ID of its HTML.
struct HeadingLink: MarkdownKind {
  static let name = "heading-link"
  static let placeholders = ["fragment", "suggestion"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    let document = text.document
    var anchors: Anchors?
    var seen: Set<Int> = []
    for link in document.links
    where !link.isImage && text.source[link.destination].first == UInt8(ascii: "#") {
      if let definition = link.definition, !seen.insert(definition).inserted { continue }
      let fragment = Array(document.destination(of: link).dropFirst())
      guard !Self.isFree(fragment) else { continue }
      let known = anchors ?? Anchors(of: text)
      anchors = known
      guard !known.holds(fragment) else { continue }
      let name = String(decoding: fragment.prefix(400), as: UTF8.self)
      var fault = Fault(site: .passage(link.destination), values: [("fragment", name)])
      if let nearest = context.guess(name.lowercased(), among: { known.names }) {
        fault.values.append(("suggestion", nearest))
      }
      report(fault)
    }
  }

  /// Fragments that browsers and scripts understand without an anchor.
  private static func isFree(_ fragment: [UInt8]) -> Bool {
    guard let first = fragment.first else { return true }
    return [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: ":")].contains(first)
      || fragment.map { $0 | 0x20 }.elementsEqual("top".utf8)
  }

  /// The places of a text that a link can lead to.
  private struct Anchors {
    /// In source order, those of headings first.
    private(set) var names: [String] = []
    private var known: Set<[UInt8]> = []
    private let hasNotes: Bool

    init(of text: MarkdownSubject) {
      hasNotes = !text.document.footnotes.isEmpty
      var slugger = Slugger()
      for heading in text.document.headings {
        let words = text.document.plainText(of: heading.runs)
        add(slugger.slug(for: String(decoding: words, as: UTF8.self)))
        if let name = Self.ownName(words) { add(String(decoding: name, as: UTF8.self)) }
      }
      for tag in text.tags {
        for attribute in tag.tag.attributes where attribute.name == "id" || attribute.name == "name"
        {
          add(attribute.value)
        }
      }
    }

    private mutating func add(_ name: String) {
      names.append(name)
      known.insert(Array(name.utf8))
    }

    /// `Heading {#name}`, which several dialects have.
    private static func ownName(_ words: [UInt8]) -> ArraySlice<UInt8>? {
      guard words.last == UInt8(ascii: "}"), let open = words.lastIndex(of: UInt8(ascii: "{")),
        open + 2 < words.count, words[open + 1] == UInt8(ascii: "#")
      else { return nil }
      return words[(open + 2)...].dropLast()
    }

    func holds(_ fragment: [UInt8]) -> Bool {
      // GitHub puts this before every anchor, and scripts take it off again.
      let prefix = Array("user-content-".utf8)
      let plain = fragment.starts(with: prefix) ? Array(fragment[prefix.count...]) : fragment
      if hasNotes, plain.starts(with: "fn".utf8) { return true }
      return known.contains(plain) || known.contains(PercentEncoding.decoded(plain))
    }
  }
}
