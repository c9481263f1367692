/// The facts of one Markdown text, each with its byte range in the source.
///
/// CommonMark with GFM tables, strikethrough, task lists, autolinks and footnotes. Code holds no
/// links. All facts are in source order.
package struct MarkdownDocument: Sendable {
  /// The text as it was given: valid UTF-8.
  package let source: [UInt8]
  /// Links and images; an image inside a link follows it.
  package internal(set) var links: [MarkdownLink] = []
  /// Link reference definitions, also those that an earlier one of the same label shadows.
  package internal(set) var definitions: [MarkdownDefinition] = []
  package internal(set) var headings: [MarkdownHeading] = []
  /// `[text][label]` and `[label][]` whose label nobody defines.
  package internal(set) var undefinedReferences: [UndefinedReference] = []
  package internal(set) var footnotes: [MarkdownFootnote] = []
  package internal(set) var footnoteReferences: [FootnoteReference] = []
  package internal(set) var rawHTML: [RawHTML] = []
  /// Code fences that are open to the end of the text or of their container: the fence itself.
  package internal(set) var unclosedFences: [Range<Int>] = []
  /// Every stretch of text, code and raw HTML; markup is what lies between them.
  package internal(set) var runs: [TextRun] = []
  /// What was left out because the text would cost more than any article does.
  package internal(set) var limits: Limits = []

  /// Reads a text. Linear in its length; see `Limits` for texts made to be slow.
  package init(_ source: [UInt8]) {
    self.source = source
    if let footnoted = FootnoteText(source) {
      read(footnoted.bytes, notes: footnoted.notes)
      move(by: footnoted.map)
    } else {
      read(source, notes: [])
    }
  }

  /// The address of a link as a browser gets it: escapes and entities decoded, as UTF-8.
  ///
  /// `www.` addresses get `http://`, e-mail addresses `mailto:`.
  package func destination(of link: MarkdownLink) -> [UInt8] {
    var decoded = Array(link.impliedScheme.utf8)
    Unescaping.append(
      source[link.destination], backslashes: link.kind.readsBackslashes, to: &decoded)
    return decoded
  }

  /// The address of a link as a browser gets it, as text.
  package func address(of link: MarkdownLink) -> String {
    let written = source[link.destination]
    guard link.impliedScheme.isEmpty, !Unescaping.mayChange(written) else {
      return String(decoding: destination(of: link), as: UTF8.self)
    }
    return written.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The address of a definition as a browser gets it.
  package func destination(of definition: MarkdownDefinition) -> [UInt8] {
    var decoded: [UInt8] = []
    Unescaping.append(source[definition.destination], backslashes: true, to: &decoded)
    return decoded
  }

  /// The decoded title of a link; line breaks are kept with what quotes and lists put after them.
  package func title(of link: MarkdownLink) -> [UInt8]? {
    guard let title = link.title else { return nil }
    var decoded: [UInt8] = []
    Unescaping.append(source[title], backslashes: true, to: &decoded)
    return decoded
  }

  /// The text that a reader sees in some runs: entities decoded, raw HTML left out.
  package func plainText(of range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for run in runs[range] {
      switch run.kind {
      case .text, .code: text.append(contentsOf: source[run.range])
      case .entity: Unescaping.append(source[run.range], backslashes: false, to: &text)
      case .html: break
      }
    }
    return text
  }

  /// The text of a raw HTML piece, as long as its range: what is not HTML is turned into line feeds.
  package func text(of html: RawHTML) -> [UInt8] {
    var text = [UInt8](repeating: UInt8(ascii: "\n"), count: html.range.count)
    for run in runs[html.runs] where run.kind == .html {
      for offset in run.range {
        text[offset - html.range.lowerBound] = source[offset]
      }
    }
    return text
  }

  /// Reasons why a document holds fewer facts than its text.
  package struct Limits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A table of more cells than `Budget.tableCells`: tables were read as plain text.
    package static let tables = Limits(rawValue: 1)
    /// Reference links that repeat a huge address: what follows the limit was not read.
    package static let references = Limits(rawValue: 2)
    /// A paragraph of very many lines and links: nothing was read.
    package static let paragraphs = Limits(rawValue: 4)
    /// A text over 1 GiB: nothing was read.
    package static let size = Limits(rawValue: 8)
  }
}
