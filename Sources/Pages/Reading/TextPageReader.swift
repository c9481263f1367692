import HTML
import Model

/// Reads a text, a Markdown text or JSON-LD for its facts.
final class TextPageReader: PageReader {
  private let form: PageForm
  private let readJSON: PageJSON.Reading
  private var head = HeadFacts()
  private var text = DecodedText(contentType: nil)
  private var isRead = false
  private var sketch = WordSketch()
  private var lines: LineMarks
  private var json: [UInt8] = []
  private var isTooLong = false
  private var patience = Patience()

  init(_ wish: PageWish, readJSON: @escaping PageJSON.Reading) {
    form = wish.form
    self.readJSON = readJSON
    lines = LineMarks(expecting: wish.lines)
  }

  func begin(_ head: PageHead) -> Bool {
    self.head = HeadFacts(head)
    text = DecodedText(contentType: head.contentType)
    isRead = self.head.isOf(form)
    return isRead
  }

  func read(_ bytes: borrowing RawSpan) -> Bool {
    let piece = bytes.withUnsafeBytes { Array($0) }
    return patience.spend { take(text.decode(piece)) } && !isTooLong
  }

  func finish(_ end: PageEnd) -> Page {
    var facts = head.facts
    guard isRead else {
      return Page(form: form, facts: facts + [PageFact(.doubt, "the answer is of another kind")])
    }
    take(text.finish())
    facts += HeadFacts.facts(of: text.charsetFacts)
    let doubt = doubt(end)
    switch form {
    case .html: break
    case .text:
      sketch.finish()
      facts += sketch.facts
    case .markdown:
      lines.finish()
      facts += Marks.texts(lines.marks).map { PageFact(.lines, $0) }
      if let title = lines.title { facts.append(PageFact(.title, TitleText.shown(title))) }
      if let (position, line) = lines.difference {
        facts.append(
          PageFact(.difference, "\(position)\t" + String(decoding: line.prefix(400), as: UTF8.self))
        )
      }
    case .jsonld:
      // Half a text is no JSON, and no fault of the site.
      if doubt == nil { facts += LinkedArticles.facts(of: json, readJSON) }
    }
    if end == .compressed { facts.append(PageFact(.endUnseen, "")) }
    if let doubt { facts.append(PageFact(.doubt, doubt)) }
    return Page(form: form, facts: facts)
  }

  private func take(_ text: [UInt8]) {
    switch form {
    case .html: break
    case .text: sketch.read(text)
    case .markdown: lines.read(text)
    case .jsonld:
      isTooLong = isTooLong || json.count + text.count > Self.longestJSON
      if !isTooLong { json.append(contentsOf: text) }
    }
  }

  private func doubt(_ end: PageEnd) -> String? {
    if patience.isOver { return "the text takes too long to read" }
    if isTooLong || lines.isCut { return "the text is longer than is read" }
    switch end {
    case .doubtful(let reason): return reason
    case .compressed: return "the text's end is not certain"
    case .whole: return nil
    }
  }

  private static let longestJSON = 4 << 20
}
