import Model

/// Refuses HTML tags and character references in plain text.
struct Markup: RecordKind {
  static let name = "markup"
  static let placeholders = ["markup"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !subject.traits.isDisjoint(with: [.lessThan, .ampersand]) else { return }
    let text = subject.utf8
    for start in text.indices where text[start] == 0x26 || text[start] == 0x3C {
      let end = text[start] == 0x26 ? Self.referenceEnd(text, start) : Self.tagEnd(text, start)
      guard let end else { continue }
      let markup = String(decoding: text[start..<min(end, start + 40)], as: UTF8.self)
      return report(Fault(site: .part(start..<end), values: [("markup", markup)]))
    }
  }

  /// The end of `&amp;`, `&#39;`, `&#x2019;`; a bare `&`, as in `AT&T`, is text.
  private static func referenceEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var end = start + 1
    let isNumber = end < text.count && text[end] == UInt8(ascii: "#")
    if isNumber { end += 1 }
    let name = end
    while end < text.count, end - name < 32, isAlphanumeric(text[end]) { end += 1 }
    // The shortest names are `gt` and `lt`; `R&D;` is none.
    return end >= name + (isNumber ? 1 : 2) && end < text.count && text[end] == UInt8(ascii: ";")
      ? end + 1 : nil
  }

  /// The end of `<b>`, `</p>`, `<br/>`, `<a href=…>`, `<!-- … -->`; `a < b` and `<3` are text.
  private static func tagEnd(_ text: [UInt8], _ start: Int) -> Int? {
    if text[start...].starts(with: "<!--".utf8) { return close(text, start) ?? text.count }
    var end = start + 1
    if end < text.count, text[end] == UInt8(ascii: "/") { end += 1 }
    let name = end
    while end < text.count, isAlphanumeric(text[end]) { end += 1 }
    let word = String(decoding: text[name..<min(end, name + 16)], as: UTF8.self).lowercased()
    guard elements.contains(word) else { return nil }
    guard end < text.count, [0x20, 0x2F, 0x3E, 0x09, 0x0A].contains(text[end]) else { return nil }
    return close(text, end)
  }

  private static func close(_ text: [UInt8], _ start: Int) -> Int? {
    text[start...].prefix(4096).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Elements that get into titles and summaries; `<T>` of a program's type is text.
  private static let elements: Set<String> = [
    "a", "abbr", "article", "b", "big", "blockquote", "body", "br", "center", "cite", "code",
    "del", "div", "em", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "i", "iframe", "img", "ins", "li", "link", "mark", "meta", "nav", "ol", "p",
    "pre", "q", "s", "script", "section", "small", "span", "strike", "strong", "style", "sub",
    "sup", "svg", "table", "tbody", "td", "th", "title", "tr", "tt", "u", "ul", "video", "wbr",
  ]
}
