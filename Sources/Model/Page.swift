/// What was read from an answer: facts of its head and its body, never the body.
///
/// Of the page alone, so that it can be remembered and compared with any record.
package struct Page: Hashable, Sendable {
  package let form: PageForm
  /// In the order in which they were read; a kind may come several times.
  package let facts: [PageFact]

  package init(form: PageForm, facts: [PageFact]) {
    self.form = form
    self.facts = facts
  }

  /// The texts of a kind, in order.
  package func texts(_ kind: PageFact.Kind) -> [String] {
    facts.filter { $0.kind == kind }.map(\.text)
  }

  /// The first text of a kind.
  package func first(_ kind: PageFact.Kind) -> String? {
    facts.first { $0.kind == kind }?.text
  }

  /// Why what was not found proves nothing, as a phrase; none for a page that was read to its end.
  package var doubt: String? { first(.doubt) }

  /// Whether it came compressed and its end was not seen: it may be half a page.
  package var isEndUnseen: Bool { first(.endUnseen) != nil }
}

/// What a fetched address is to be read as.
package enum PageForm: String, CaseIterable, Sendable {
  case html, markdown, text, jsonld
}

/// One fact of a page.
package struct PageFact: Hashable, Sendable {
  package let kind: Kind
  /// At most ``longest`` bytes, one line.
  package let text: String

  /// The text is cut, and control characters become blanks.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = Self.line(text)
  }

  /// The longest text that is kept, in bytes.
  package static let longest = 1_024

  /// By the names that the store knows them by.
  package enum Kind: String, CaseIterable, Sendable {
    // Of the head.
    case contentType = "content-type"
    case contentLanguage = "content-language"
    /// The address of a `Link` field with `rel=canonical`.
    case linkCanonical = "link-canonical"
    case robotsField = "robots-field"

    // How the body was read.
    case doubt
    case endUnseen = "end-unseen"
    /// The charset that the Content-Type names.
    case charsetField = "charset-field"
    case charsetMark = "charset-mark"
    case charsetMeta = "charset-meta"
    /// The charset that the bytes were read as, where some of them are none of its characters.
    case charsetBroken = "charset-broken"
    /// There is text beyond ASCII.
    case beyondASCII = "beyond-ascii"

    // Of HTML.
    case title, language, base, canonical
    /// The language, a tab, the address.
    case alternate
    case robots, refresh
    /// By Open Graph: article:published_time and article:modified_time.
    case published, modified

    // Of JSON-LD, alone or in a page.
    /// Why a block is no JSON.
    case jsonFault = "json-fault"
    /// An article begins: its types. What follows up to the next is about it.
    case article
    case headline
    case datePublished = "date-published"
    case dateModified = "date-modified"
    case inLanguage = "in-language"
    case address

    // Of a sitemap or a feed.
    /// What it is: `urlset`, `sitemapindex`, `feed`.
    case listing
    /// A page: the time of its last change, a tab, the line where it is listed, a tab, its address.
    case listed
    /// The address of another sitemap.
    case listedMap = "listed-map"

    // Of the text.
    /// The measure and the samples of a sketch: see the module Pages.
    case sketch, samples
    /// Marks of lines.
    case lines
    /// The number of the first line that differs from what was expected, a tab, its text.
    case difference
  }

  private static func line(_ text: String) -> String {
    // As browsers do, a tab in a text is a blank; ours, which part two texts, are kept.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    if isPlain, text.utf8.count <= longest { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8.prefix(longest) {
      bytes.append(byte >= 0x20 && byte != 0x7F || byte == 0x09 ? byte : 0x20)
    }
    guard text.utf8.count > longest else { return String(decoding: bytes, as: UTF8.self) }
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
