import HTML
import Model

/// Reads an HTML page for its facts.
final class HTMLPageReader: PageReader {
  private let facts: PageFacts
  private var head = HeadFacts()
  private var stream: HTMLStream
  private var hasStream = false
  private var isOfForm = true
  private var patience = Patience()
  private var ending = EndTag()

  init(readJSON: @escaping PageJSON.Reading) {
    facts = PageFacts(readJSON: readJSON)
    stream = HTMLStream(sink: facts)
  }

  func begin(_ head: PageHead) -> Bool {
    self.head = HeadFacts(head)
    isOfForm = self.head.isOf(.html)
    stream = HTMLStream(contentType: head.contentType, sink: facts)
    hasStream = true
    return isOfForm
  }

  func read(_ bytes: borrowing RawSpan) -> Bool {
    let piece = bytes.withUnsafeBytes { Array($0) }
    ending.read(piece)
    return patience.spend { stream.feed(piece) }
  }

  func finish(_ end: PageEnd) -> Page {
    var all = head.facts
    guard hasStream, isOfForm else {
      all.append(PageFact(.doubt, "the answer is no HTML"))
      return Page(form: .html, facts: all)
    }
    stream.finish()
    facts.finish()
    all += facts.facts + facts.sketch.facts
    let charset = stream.charsetFacts
    all += HeadFacts.facts(of: charset)
    if end == .compressed, !ending.isSeen { all.append(PageFact(.endUnseen, "")) }
    if let doubt = doubt(end) { all.append(PageFact(.doubt, doubt)) }
    return Page(form: .html, facts: all)
  }

  private func doubt(_ end: PageEnd) -> String? {
    if patience.isOver { return "the page takes too long to read" }
    if !stream.limits.isEmpty { return "the page is not read as a browser would" }
    switch end {
    case .doubtful(let reason): return reason
    case .compressed where !ending.isSeen: return "the page's end is not certain"
    case .whole, .compressed: return facts.doubt
    }
  }
}

/// Looks for `</html` or `</body` among the last bytes that came.
private struct EndTag {
  private var tail: [UInt8] = []

  mutating func read(_ bytes: [UInt8]) {
    tail = Array((tail + bytes.suffix(Self.length)).suffix(Self.length))
  }

  /// Charsets that write ASCII with two bytes have NULs between the letters.
  var isSeen: Bool {
    let letters = tail.lazy.filter { $0 != 0 }.map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    let text = String(decoding: letters, as: UTF8.self)
    return text.contains("</html") || text.contains("</body")
  }

  private static let length = 1_024
}
