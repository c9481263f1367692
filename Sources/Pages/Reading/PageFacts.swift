import HTML
import Model

/// Gathers the facts of an HTML page from its elements, as they stream by.
final class PageFacts: HTMLSink {
  private(set) var facts: [PageFact] = []
  private(set) var sketch = WordSketch()
  private let readJSON: PageJSON.Reading

  private var counts: [PageFact.Kind: Int] = [:]
  /// What is being collected, until its element ends.
  private var capture: Capture?
  private var captured: [UInt8] = []
  private var isCaptureCut = false
  /// How many elements are open whose text nobody sees.
  private var hidden = 0
  private var jsonBytes = 0
  /// Why some facts may be missing although the page was read.
  private(set) var doubt: String?

  private enum Capture: Equatable {
    case title, jsonLD
  }

  init(readJSON: @escaping PageJSON.Reading) {
    self.readJSON = readJSON
  }

  func start(_ element: borrowing HTMLElement) {
    let nature = Self.nature(of: element.tag)
    if !nature.contains(.inline) { sketch.breakWord() }
    if nature.contains(.hidden) { hidden += 1 }
    guard nature.contains(.telling) else { return }
    switch element.name {
    case "html": add(.language, element.value(of: "lang") ?? element.value(of: "xml:lang"), most: 1)
    case "base": add(.base, element.value(of: "href"), most: 1)
    case "meta": readMeta(element)
    case "link": readLink(element)
    case "title" where hidden == 1 && counts[.title] == nil: begin(.title)
    case "script" where Self.isJSONLD(element.value(of: "type")): begin(.jsonLD)
    default: break
    }
  }

  func end(_ name: TagName) {
    let nature = Self.nature(of: name)
    if !nature.contains(.inline) { sketch.breakWord() }
    if nature.contains(.hidden), hidden > 0 { hidden -= 1 }
    guard let capture else { return }
    switch (capture, name.text) {
    case (.title, "title"): add(.title, TitleText.shown(captured), most: 1)
    case (.jsonLD, "script"): endJSON()
    default: return
    }
    self.capture = nil
  }

  func characters(_ text: borrowing HTMLText) {
    switch capture {
    case .title:
      if captured.count < 4_096 { text.append(to: &captured) }
    case .jsonLD:
      if captured.count + text.count <= Self.mostJSON {
        text.append(to: &captured)
      } else {
        isCaptureCut = true
      }
    case nil:
      if hidden == 0 { text.withBytes { sketch.read($0) } }
    }
  }

  /// Ends the page.
  func finish() { sketch.finish() }

  private func begin(_ capture: Capture) {
    self.capture = capture
    captured.removeAll(keepingCapacity: true)
    isCaptureCut = false
  }

  private func endJSON() {
    jsonBytes += captured.count
    guard !isCaptureCut, jsonBytes <= Self.mostJSON else {
      doubt = "the page has more JSON-LD than is read"
      return
    }
    for fact in LinkedArticles.facts(of: captured, readJSON) {
      add(fact.kind, fact.text, most: 200)
    }
  }

  private func readMeta(_ element: borrowing HTMLElement) {
    add(
      .charsetMeta, element.value(of: "charset").map(CharsetFacts.name(ofLabel:)), most: 1)
    guard let content = element.value(of: "content") else { return }
    switch element.value(of: "http-equiv")?.lowercased() {
    case "refresh": add(.refresh, content, most: 1)
    case "content-language": add(.contentLanguage, content, most: 4)
    case "content-type": add(.charsetMeta, CharsetFacts.name(inContentType: content), most: 1)
    default: break
    }
    switch (element.value(of: "name") ?? element.value(of: "property"))?.lowercased() {
    case "robots", "googlebot": add(.robots, content, most: 4)
    case "article:published_time": add(.published, content, most: 4)
    case "article:modified_time", "og:updated_time": add(.modified, content, most: 4)
    default: break
    }
  }

  private func readLink(_ element: borrowing HTMLElement) {
    guard let href = element.value(of: "href"),
      let relation = element.value(of: "rel")?.lowercased()
    else { return }
    let relations = relation.split { $0.isASCII && $0.isWhitespace }
    if relations.contains("canonical") { add(.canonical, href, most: 8) }
    if relations.contains("alternate"), let language = element.value(of: "hreflang") {
      add(.alternate, "\(language)\t\(href)", most: 100)
    }
  }

  private func add(_ kind: PageFact.Kind, _ text: String?, most: Int) {
    guard let text, counts[kind, default: 0] < most else { return }
    counts[kind, default: 0] += 1
    facts.append(PageFact(kind, text))
  }

  private static func isJSONLD(_ type: String?) -> Bool {
    guard let type else { return false }
    let name = type.utf8.prefix { $0 != UInt8(ascii: ";") }
    return String(decoding: name.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
      == "application/ld+json"
  }

  /// The most JSON-LD of a page, in bytes.
  private static let mostJSON = 1 << 20

  private struct Nature: OptionSet {
    let rawValue: UInt8

    /// Stands inside a line, and may stand inside a word.
    static let inline = Nature(rawValue: 1)
    /// Its text is no text of the page.
    static let hidden = Nature(rawValue: 2)
    /// Has facts of its own.
    static let telling = Nature(rawValue: 4)
  }

  private static func nature(of name: TagName) -> Nature { Nature(rawValue: natures[name]) }

  private static let natures: TagTable = {
    let inline: [TagName] = [
      "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
      "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
      "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
    let hidden: [TagName] = [
      "iframe", "noembed", "noframes", "noscript", "object", "style", "svg", "template", "textarea",
    ]
    let telling: [TagName] = ["base", "html", "link", "meta"]
    let both: [TagName] = ["script", "title"]
    let groups: [(names: [TagName], nature: Nature)] = [
      (inline, .inline), (hidden, .hidden), (telling, .telling), (both, [.hidden, .telling]),
    ]
    return TagTable(
      groups.flatMap { group in
        group.names.map { (name: $0, value: group.nature.rawValue) }
      })
  }()
}
