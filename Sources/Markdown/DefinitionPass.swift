/// Finds the link reference definitions: `[label]:` at the start of a line that no text covers.
///
/// md4c keeps them to itself. What it took for text, code, HTML or part of a link is none.
struct DefinitionPass {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var definitions: [MarkdownDefinition] = []

  init(_ text: UnsafeBufferPointer<UInt8>, runs: [TextRun], links: [MarkdownLink]) {
    self.text = text
    var run = 0
    var link = 0
    var position = 0
    while let close = Bytes.first(UInt8(ascii: "]"), in: text, from: position) {
      position = close + 1
      guard position < text.count, text[position] == UInt8(ascii: ":"),
        let (open, quoteDepth) = opening(of: close)
      else { continue }
      while run < runs.count, Int(runs[run].end) <= open { run += 1 }
      while link < links.count, links[link].range.upperBound <= open { link += 1 }
      if run < runs.count, Int(runs[run].start) <= open { continue }
      if link < links.count, links[link].range.lowerBound <= open { continue }
      guard let definition = definition(open..<close, quoteDepth: quoteDepth) else { continue }
      definitions.append(definition)
      position = definition.range.upperBound
    }
  }

  /// The `[` of a label at the start of its line, and the quote markers before it.
  private func opening(of close: Int) -> (open: Int, quoteDepth: Int)? {
    var open = close - 1
    let limit = max(0, close - 4_000)
    while open >= limit, text[open] != UInt8(ascii: "[") || isEscaped(open) {
      if text[open] == UInt8(ascii: "]"), !isEscaped(open) { return nil }
      open -= 1
    }
    guard open >= limit, open + 1 < close else { return nil }
    var quoteDepth = 0
    var position = open
    while position > 0, !text[position - 1].isLineEnd {
      position -= 1
      switch text[position] {
      case UInt8(ascii: ">"): quoteDepth += 1
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
        break
      default: return nil
      }
    }
    return (open, quoteDepth)
  }

  private func isEscaped(_ position: Int) -> Bool {
    var backslashes = 0
    while position - backslashes > 0, text[position - backslashes - 1] == UInt8(ascii: "\\") {
      backslashes += 1
    }
    return !backslashes.isMultiple(of: 2)
  }

  private func definition(_ label: Range<Int>, quoteDepth: Int) -> MarkdownDefinition? {
    let reader = SpanReader(text: text, quoteDepth: quoteDepth)
    let start = reader.skipSpace(from: label.upperBound + 2)
    guard let destination = reader.destination(at: start) else { return nil }
    var end = reader.end(of: destination)
    var title: Range<Int>?
    let afterSpace = reader.skipSpace(from: end)
    if afterSpace > end, let found = reader.title(at: afterSpace),
      isLineEnd(after: found.upperBound + 1)
    {
      title = found
      end = found.upperBound + 1
    }
    guard isLineEnd(after: end) else { return nil }
    return MarkdownDefinition(
      range: label.lowerBound..<end, label: label.lowerBound + 1..<label.upperBound,
      destination: destination, title: title)
  }

  private func isLineEnd(after position: Int) -> Bool {
    var position = position
    while position < text.count, text[position].isBlank { position += 1 }
    return position >= text.count || text[position].isLineEnd
  }
}
