import Markdown
import Model
import Standards

/// Refuses links of a Markdown text by the words that a reader sees.
struct LinkText: MarkdownKind {
  static let name = "link-text"
  static let placeholders = ["text", "reason", "host", "other"]

  private let refused: [Refusal]
  /// Texts in lower case that say nothing.
  private let words: [[UInt8]]

  private enum Refusal: String, CaseIterable {
    /// An address that stands alone in the text.
    case bare
    /// No text at all.
    case blank
    /// An address of the same host that is another one than the link's.
    case otherAddress = "other-address"
    /// An address of another host than the link's.
    case otherHost = "other-host"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
    words = (try options.texts("words") ?? []).map { Array($0.utf8) }
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    let refusesAddresses = refused.contains(.otherAddress) || refused.contains(.otherHost)
    for (position, link) in text.document.links.enumerated() where !link.isImage {
      switch link.kind {
      case .angleAutolink: continue
      case .bareAutolink:
        if refused.contains(.bare), link.impliedScheme != "mailto:" {
          report(Self.fault(link.range, link.range, text, reason: "stands alone"))
        }
      case .inline, .fullReference, .collapsedReference, .shortcutReference:
        if link.isTextBlank {
          guard refused.contains(.blank), !Self.holdsImage(link, at: position, text) else {
            continue
          }
          report(Self.fault(link.range, link.range, text, reason: "is blank"))
          continue
        }
        let shown = Self.inner(of: link.text, in: text.source)
        if isEmpty(text.source[shown]) {
          let reason = "is '\(text.text(shown))', which does not say where it leads"
          report(Self.fault(link.text, shown, text, reason: reason))
        } else if refusesAddresses, Self.isAddress(text.source[shown]) {
          checkAddress(shown, of: link, text, report)
        }
      }
    }
  }

  private static func fault(
    _ range: Range<Int>, _ shown: Range<Int>, _ text: MarkdownSubject, reason: String
  ) -> Fault {
    Fault(site: .passage(range), values: [("text", text.text(shown)), ("reason", reason)])
  }

  /// A link around an image shows the image, whose words are another rule's business.
  private static func holdsImage(
    _ link: MarkdownLink, at position: Int, _ text: MarkdownSubject
  ) -> Bool {
    let links = text.document.links
    if position + 1 < links.count, links[position + 1].isImage,
      link.text.contains(links[position + 1].range.lowerBound)
    {
      return true
    }
    return text.source[link.text].contains(UInt8(ascii: "<"))
  }

  /// The text without marks of emphasis and white space at its ends.
  private static func inner(of range: Range<Int>, in source: [UInt8]) -> Range<Int> {
    func isOuter(_ byte: UInt8) -> Bool { byte <= 0x20 || "*_`~".utf8.contains(byte) }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isOuter(source[start]) { start += 1 }
    while end > start, isOuter(source[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a text is one of the words, whatever its capitals and the sign that ends it.
  private func isEmpty(_ shown: ArraySlice<UInt8>) -> Bool {
    var shown = shown
    while let last = shown.last, ".:!>".utf8.contains(last) { shown.removeLast() }
    return words.contains { word in
      word.count == shown.count
        && zip(word, shown).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
    }
  }

  private static func isAddress(_ shown: ArraySlice<UInt8>) -> Bool {
    guard let first = shown.first, "hHwW".utf8.contains(first) else { return false }
    return ["https://", "http://", "www."].contains { start in
      shown.count > start.utf8.count
        && zip(shown, start.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    } && !shown.contains { $0 <= 0x20 }
  }

  private func checkAddress(
    _ shown: Range<Int>, of link: MarkdownLink, _ text: MarkdownSubject, _ report: (Fault) -> Void
  ) {
    let target = String(decoding: text.document.destination(of: link), as: UTF8.self)
    // Long addresses are shown cut, and with the escapes that Markdown needs.
    var said = String(
      decoding: text.source[shown].filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
    if !said.utf8.contains(UInt8(ascii: ":")) { said = "https://" + said }
    guard let meant = try? WebURL(said), let real = try? WebURL(target), meant.isWeb, real.isWeb,
      let host = meant.hostText, let other = real.hostText
    else { return }
    var fault = Self.fault(
      link.text, shown, text,
      reason: "is another address than '\(Printable.text(target))', where it leads")
    fault.values += [("host", host), ("other", other)]
    if !Self.isOneSite(host, other) {
      // Archives and gates carry the whole address in their own.
      let isCarried = real.serialized.contains("//" + host)
      if refused.contains(.otherHost), !isCarried { report(fault) }
    } else if refused.contains(.otherAddress),
      !Self.path(of: real).starts(with: Self.path(of: meant))
    {
      report(fault)
    }
  }

  /// Whether one of two hosts is the other, or is below it.
  private static func isOneSite(_ host: String, _ other: String) -> Bool {
    let (short, long) = host.utf8.count < other.utf8.count ? (host, other) : (other, host)
    return long == short || long.hasSuffix("." + short)
      || (short.hasPrefix("www.") && isOneSite(String(short.dropFirst(4)), long))
      || (long.hasPrefix("www.") && isOneSite(String(long.dropFirst(4)), short))
  }

  /// The path without what a cut or an outer slash makes different.
  private static func path(of url: WebURL) -> [UInt8] {
    var path = Array(url.path.utf8)
    // U+2026 arrives escaped.
    let cut = Array("%E2%80%A6".utf8)
    if path.count >= cut.count, path.suffix(cut.count).elementsEqual(cut) {
      path.removeLast(cut.count)
    }
    while let last = path.last, last == UInt8(ascii: "/") || last == UInt8(ascii: ".") {
      path.removeLast()
    }
    return path
  }
}
